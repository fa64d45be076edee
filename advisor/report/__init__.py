"""Reports of an answer: pages to print, a workbook, text to paste; all with the words and numbers of the window."""
