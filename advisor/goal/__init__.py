"""Goal seek: what a wanted loss, a sum of money or a deadline takes or brings."""
