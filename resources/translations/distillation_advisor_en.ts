<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>Law</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coefficients in this plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plans knowledge distillation of language models: whether to distil, from which teacher, on how much text, at what cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was measured on English text; what lies beyond the sizes studied is marked in the charts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeated text is counted after Muennighoff et al. 2023, arXiv:2305.16264.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program is under the MIT licence. It never uses the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About {program}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Citation as BibTeX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy BibTeX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the program is made of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text of this licence was not found. {name} brings it with its installation.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Answer</name>
    <message>
        <source>Distil {loss}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train directly {loss}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected loss with 90 % range; lower is better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good enough: {range}</source>
        <comment>range: of teacher sizes, such as 2.7B–12.6B</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{range} for those sizes</source>
        <comment>range: of student tokens; sizes: of the teacher</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same for all those sizes</source>
        <comment>student tokens; sizes: of the teacher</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best would be the {name}</source>
        <comment>name: of a teacher in the plan, such as 8B</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best would be a {name}</source>
        <comment>name: its size, such as 2.7B</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best would be an {name}</source>
        <comment>name: its size, such as 8B</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tokens} when distilling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <comment>no teacher</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describe the hardware to see days and costs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This hardware computes nothing: check utilisation and contingency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the speed you measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{range} by utilisation</source>
        <comment>range: of time or money, between low and high utilisation</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nats per token, lower is better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known</source>
        <comment>the cost</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a price to see costs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{choice}: {worth}</source>
        <comment>choice: Distil from the 8B teacher; worth: as good as …</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train directly: no teacher you have helps this student at this budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train directly: no teacher you have pays for itself at this budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train directly: as good, and simpler; even a free teacher adds nothing at this budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train directly: no teacher pays for its outputs at this budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train directly: even a shared teacher does not pay for its training at this budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train directly: training a teacher first does not pay for itself at this budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distil from the {name} teacher</source>
        <comment>name: of a teacher in the plan, such as 8B</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distil from a {name} teacher</source>
        <comment>name: its size, such as 2.7B</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distil from an {name} teacher</source>
        <comment>name: its size, such as 8B</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a {name} teacher and distil from it</source>
        <comment>name: its size, such as 2.7B</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train an {name} teacher and distil from it</source>
        <comment>name: its size, such as 8B</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>better than any budget reaches directly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a little better than training directly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as good as training directly with {ratio} the compute</source>
        <comment>ratio: such as 1.8×</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too close to call: train directly, it is simpler and costs no more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too close to call: train directly, it is simpler and costs {money} less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} likely to be better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} likely that training directly is at least as good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} likely that distilling is better: nothing separates the two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over 99 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training directly stays above {loss} with any budget.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training directly would need {price} for the same quality.</source>
        <comment>price: time and money</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distilling {distilled}, directly {direct}: closer than the law&apos;s error of {error} allows to tell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distilling would reach {distilled} instead of {direct}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} and {money}</source>
        <comment>as in: would need 9 days and $12k</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to {field}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all %n note(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected losses with their ranges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}, between {low} and {high}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Answer as text</name>
    <message>
        <source>Distil: loss {loss} (90 % range {low} to {high})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train directly: loss {loss} (90 % range {low} to {high})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss is in nats per token; lower is better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would change it: {sentence}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Law: {law}. {paper}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{caption}: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{caption}: {value} ({note})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none, {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>And {count} more, in the program.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Please note:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Budget page</name>
    <message>
        <source>What would more or less compute buy?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute, FLOPs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student loss, nats per token (lower is better)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>90 % range of this plan’s method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>90 % range of training directly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines cross at {compute} FLOPs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines cross at {compute}, {time}</source>
        <comment>compute: FLOPs as a power of ten</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This plan: {compute}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This plan: {time}, {compute}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on this hardware</source>
        <comment>caption of times under the FLOPs on the axis</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{statement}: too close to call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{statement}; from {budget} up, direct is as good and simpler.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{budget} buy a loss of {distilled} by distilling, {direct} by training directly</source>
        <comment>budget: 5 days, or an amount of FLOPs</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{budget} buys a loss of {distilled} by distilling, {direct} by training directly</source>
        <comment>budget: 1 day, 1 h or 1 min</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{budget} buy a loss of {direct} by training directly, {distilled} by distilling</source>
        <comment>budget: 5 days, or an amount of FLOPs</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{budget} buys a loss of {direct} by training directly, {distilled} by distilling</source>
        <comment>budget: 1 day, 1 h or 1 min</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{statement}; no budget near it changes that.</source>
        <comment>it: the plan&apos;s budget</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{statement}; distilling is ahead only below {budget}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{statement}; distilling is ahead only above {budget}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{statement}.</source>
        <comment>statement: 5 days buy a loss of …</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gain</source>
        <comment>of distilling, in loss</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distilling is worse by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train directly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>which is worth</source>
        <comment>the gain; the value beside it is such as 1.8× compute</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as good as direct with</source>
        <comment>distilling; the value beside it is such as 0.8× compute</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ratio} compute</source>
        <comment>ratio: such as 1.8×</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distil from the {name}</source>
        <comment>name: of a teacher in the plan, such as 8B</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distil from a {name}</source>
        <comment>name: the teacher&apos;s size, such as 2.7B</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distil from an {name}</source>
        <comment>name: the teacher&apos;s size, such as 8B</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves use the best possible teacher for each budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other curves use the best possible teacher for each budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dashed: your pins, each with its own student, teacher and text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pin}: {loss}</source>
        <comment>a point on the chart</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Calculation</name>
    <message>
        <source>This page needs more memory than this computer has free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page could not be calculated, because of a mistake in the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The calculation failed unexpectedly. Your plan is unchanged; any edit tries again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The calculation failed: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The calculation needs more memory than this computer has free</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>Drag the line to change the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this plan</source>
        <comment>short name of a line</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>student smaller than any tested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>student larger than any tested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over 512B tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under 3.7B tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>teacher stronger than any tested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>teacher weaker than any tested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>teacher beyond any tested</source>
        <comment>beyond: in size, loss or tokens</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tested</source>
        <comment>a stretch of the axis that the study measured</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {reasons}</source>
        <comment>goes on from the label of the stretch to the left</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also {reasons}</source>
        <comment>besides the label of the stretch to the right</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} and {second}</source>
        <comment>reasons why a stretch of the axis is untested</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>← {name}</source>
        <comment>names the narrow stretch to the left</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} →</source>
        <comment>names the narrow stretch to the right</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{curve}: {quantity}</source>
        <comment>heading of a column of numbers</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{curve}, low end of the 90 % range: {quantity}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{curve}, high end of the 90 % range: {quantity}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <source>At {place}:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{x} and {y}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Across: {x}. Up: {y}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Across: {x}. Up: {y}. Colour: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n curve(s): {names}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Ctrl+Shift+T shows the numbers as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys move the plan’s line, Enter keeps it, Escape takes it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys read the map from cell to cell, in all four directions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys read values along the curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last good plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chart is on the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the chart is drawn over</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Check page</name>
    <message>
        <source>How far to trust it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How does every number come about?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distilling reaches {distilled}, training directly {direct}: {likelihood} likely to be better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distilling reaches {distilled}, training directly {direct}: {likelihood} likely to be better, by coefficients that contradict the study&apos;s own data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training directly reaches {direct}, distilling {distilled}: {likelihood} likely to be at least as good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training directly reaches {direct}, distilling {distilled}: {likelihood} likely to be at least as good, by coefficients that contradict the study&apos;s own data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training directly reaches {direct}, distilling {distilled}: too close to call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training directly reaches {direct}, distilling {distilled}: too close to call, by coefficients that contradict the study&apos;s own data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over 99 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cheapest to train of all teachers with this loss; any of them does as well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the teacher without embeddings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text for the teacher, each token once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens the teacher was trained on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss of the teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimated as if it had been trained on your text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teacher: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most the plan allows a teacher to have seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All the text there is for a teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cheapest way to train a teacher of this loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student loss when distilling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute to train the student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute for the teacher&apos;s outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute to train the teacher, this student&apos;s share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distilling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute left over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole budget is used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grows as the teacher becomes stronger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falls from 1 to 0 as the teacher becomes weaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>second factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a larger student or more text would reduce</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>third factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text runs out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens the student is trained on when distilling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens the student is trained on directly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student loss when trained directly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute to train it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training directly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward compute of the teacher, one token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward compute of the student, one token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FLOPs per token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers of the teacher, before rounding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the teacher, before rounding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the teacher with its embeddings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers of the student, before rounding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the student, before rounding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the student with its embeddings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No text is seen twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen {number} times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss of the same student on the same text without a teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low end of its 90 % range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High end of its 90 % range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time on this hardware</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss that nothing reduces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale of size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale of text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power of size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power of text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power of both together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale of student size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale of student text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power of student size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power of student text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power of the teacher&apos;s loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How hard weak teachers are punished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How suddenly a teacher becomes too weak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How weak a teacher may be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank among your teachers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 is the lowest student loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rank} by the lowest student loss; teachers that share ranks are too close to tell apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L_S of each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidate: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Even the smallest teacher allowed costs more than the whole budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any teacher of this loss does as well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the teacher&apos;s outputs paid for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the scenario has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the teacher&apos;s training paid for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found by search with the size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This answer rests on the published coefficients (Busbridge 2025, Table 6) with student tokens counted in thousands, which agrees with the study&apos;s own measurements to {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This answer rests on the published coefficients read exactly as printed (Busbridge 2025, Table 6), which contradicts the study&apos;s own measurements by up to {error}: use it for comparison only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This answer rests on your own coefficients, “{name}”, whose error is {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coefficient set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identifier {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error of a predicted loss, relative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Root mean square over the set&apos;s runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed at its start when fitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>90 % interval {low}–{high}, taken alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens are counted in, beside B′</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table 6 prints no unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeats after which one more is worth 1/e of fresh text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coefficients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in the plan, instead of what the hardware computes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute to spend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} × accelerator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} × {accelerator}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accelerators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dense peak of one accelerator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured speed of one accelerator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaces peak × utilisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the peak reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual for any accelerator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typical for this accelerator, count and student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time of the whole plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time lost to restarts, pilots, evaluation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute in one hour of the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FLOPs per hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time this takes on the hardware</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accelerator-hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price of one accelerator-hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost of the whole plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Electricity of the whole plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carbon dioxide of that electricity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context, tokens a model sees at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vocabulary entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of a model over its layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queries that share one key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matrices of a feed-forward block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of a feed-forward block over the model&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters of one layer over its width squared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of the context in a token&apos;s cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of the vocabulary in a token&apos;s cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape of the models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the student without embeddings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text for the student, each token once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fresh text never runs out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May be seen only once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May be seen more than once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The outputs are stored already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The students share the outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The outputs are computed for this student alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The teacher exists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The teacher is trained for this student alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The students share the teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is paid for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distil</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train directly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too close to call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distil from {high} on, train directly up to {low}, too close to call between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation, from the coefficient set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distilling minus training directly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Below zero: distilling is better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error of the difference of two independent losses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability that distilling is better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Φ is the normal distribution&apos;s cumulative share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over 99 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under 1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute to reach the distilled loss directly, over the plan&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training directly on this text stays above {floor}, however long it runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out of reach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>solved for D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fresh tokens that would reach the distilled loss directly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same with this text repeated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Muennighoff et al. 2023</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute for that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Floor: the least loss of this size on unlimited text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most this text can be worth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Floor of this size on this text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The student loss when distilling, above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best size a teacher could have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student loss with the best possible teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss that counts as good enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The smallest good teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The largest good teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found by search: its student&apos;s loss is just good enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As far as the plan allows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits and good teachers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens the student serves in its life</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute to serve them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute of its whole life, distilling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute of its whole life, training directly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found by search: with any other, the student&apos;s loss is higher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they are worth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan&apos;s hardware</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advisor&apos;s rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eq. {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>App. {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Muennighoff et al. 2023, arXiv 2305.16264</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first}, {second}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nats per token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it comes about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exactly {number} {unit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every quantity of the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy formula with every digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy value with every digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 row is on the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n rows are on the clipboard</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The formula is on the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value is on the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A word, a symbol such as N_S, or an equation (Ctrl+F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All rows, the recipe and the notes are on the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table (CSV) …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here is called “{text}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Command line</name>
    <message>
        <source>{program}: {problem} (--help shows what can be asked for)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan knowledge distillation of language models. Without options: open the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a plan file; without it, the example plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print the answer to a plan as JSON, without a window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with --headless: also the data behind every chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write a picture of every page, light and dark, into DIR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open the window, wait for the first answer, say how long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--curves goes with --headless PLAN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no standard output to write the answer to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The advisor had to stop: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: cannot be read: {reason}</source>
        <comment>reason: the system&apos;s own words</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Compare page</name>
    <message>
        <source>Which plan is better, and what does it take?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pin is a copy: it stays as it is while this plan changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pins are saved with the plan, and their lines stand on the Budget page too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differences are against this plan; {sign} marks the best of a row where one is clearly ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pin} has no answer: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pin} rests on another law, so its loss does not compare with this plan&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pin} has another vocabulary: losses per token compare only if the tokens are alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pin} counts in another currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ratio} as large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters without embeddings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parameters</source>
        <comment>a unit</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not described</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own accelerators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{speed} measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the preset&apos;s</source>
        <comment>utilisation</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} of peak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hour</source>
        <comment>{price} per hour</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PUE {pue}, {carbon} g/kWh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>may repeat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no repeats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to be trained</source>
        <comment>a teacher</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n listed</source>
        <comment>teachers</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>any that exists</source>
        <comment>a teacher</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stored</source>
        <comment>a teacher&apos;s outputs</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>computed once for all</source>
        <comment>a teacher&apos;s outputs</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>computed</source>
        <comment>a teacher&apos;s outputs</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} students</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sizes}, up to {tokens}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <comment>no tokens served</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{context} context, {vocabulary} vocabulary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hardware</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What computes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time the plan may use, or its compute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number format that sets the peak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Utilisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What share of the peak is reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of one accelerator for an hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the time lost to restarts, pilots and evaluation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power and carbon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power usage effectiveness, and grams of CO₂ for each kWh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unique tokens for the student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teacher text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unique tokens to train a teacher on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether text may be used more than once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teachers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the teacher comes from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teachers that exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teacher outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the teacher still has to be run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Students that share what the teacher costs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teacher limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sizes a free teacher may have, and the tokens it may have seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Served</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens the student will serve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of student and teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Law</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The coefficients the answer rests on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} shorter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ratio} as much</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ratio} as many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accelerator-hours at the plan&apos;s price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hours</source>
        <comment>a unit</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the choice takes on the plan&apos;s hardware</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the choice computes, the student&apos;s share of its teacher included</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With serving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute of training, and of the tokens the student will serve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other serving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Energy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the accelerators, with the building&apos;s overhead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CO₂</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kg CO2 equivalent</source>
        <comment>a unit</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of that energy, at the plan&apos;s carbon intensity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens</source>
        <comment>a unit</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the student is trained on, repeats counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train directly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too close to call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distil</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the plan&apos;s answer recommends; everything below is for that choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected cross-entropy of the student on text like the study&apos;s; lower is better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nats per token</source>
        <comment>a unit</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not comparable: another law</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{difference} better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{difference} better, within the error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{difference} worse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{difference} worse, within the error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where nine of ten such trainings end, by the law&apos;s error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>90 % range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over {share} likely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under {share} likely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} likely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How likely distilling beats training directly within the plan, by the law&apos;s error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability</source>
        <comment>a unit</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distilling better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <comment>no teacher</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} on {tokens} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on {tokens} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The teacher of the recommended choice, its parameters without embeddings, and what it was trained on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin this plan, change it, and both stand side by side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All pins are the plan as it is now: change something, and both stand side by side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pin} is the plan as it is now: change something, and both stand side by side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the pins has an answer, so there is nothing to compare yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pin} has no answer, so there is nothing to compare yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pins rest on another law than this plan, so their losses cannot be compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pin} rests on another law than this plan, so their losses cannot be compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{plans} cannot be told apart; {cheapest}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{plans} are best and cannot be told apart; {cheapest}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{best_is_better}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{best_is_better}, and better than the rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{best_is_better}; {plan} costs least and is {difference} worse than {best}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{best_is_better}; {plan} takes least and is {difference} worse than {best}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{best} is {difference} better than {other} for the same cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{best} is {difference} better than {other} in the same time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{best} is {difference} better than {other} with the same compute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{best} is {difference} better than {other} with {amount} the compute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{best} is {difference} better than {other} for {amount} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{best} is {difference} better than {other} and costs {amount} less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{best} is {difference} better than {other} and takes {amount} less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>they cost the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>they take the same time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>they take the same compute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{plans} cost least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{plans} take least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{plan} costs least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{plan} takes least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{plan} costs {amount} less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{plan} takes {amount} less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{plan} takes {amount} the compute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>plans that a list does not name</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>This plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F2 or a double click renames the pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plans side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin this plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this plan beside the next ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table is on the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the table as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work on this pinned plan again (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the pin another name (F2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the pin to the left (Ctrl+Left)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the pin to the right (Ctrl+Right)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the pin (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more note(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a pin to work on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned as {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Crash</name>
    <message>
        <source>Something went wrong inside the program ({error}). Your plan is still here: save it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details are in {path}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Data fields</name>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May repeat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teacher text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many tokens of different text the student can be trained on. A token is about three quarters of an English word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether text may be read more than once when it runs out. Up to about four passes are almost as good as new text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many tokens of different text a teacher can be trained on, where it is trained here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unused: the teacher exists already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fresh text never runs out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>= {tokens} tokens, then again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>= {tokens} tokens, then no more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>The answer is still being computed; copy it in a moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last good answer was copied as a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer was copied as a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the answer as a workbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel workbooks ({pattern})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the answer as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON files ({pattern})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing {name}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last good answer was copied as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer was copied as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer was saved as {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last good answer was saved as {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Reload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another place…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was not opened: {reason}. Your plan is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was not saved: {reason}. {remedy} Your plan is still here, unsaved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was changed by another program. Reload it, or keep your plan as it is here. Undo takes a reload back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was moved or deleted; it is no longer in {folder}. Your plan is still here: save it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved edits cannot be kept safe from a crash: {reason}. Save your plan often.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no report yet: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report was not made: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report “{name}” was not saved: {reason}. {remedy}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to export yet: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was not written: {reason}. {remedy}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer was not copied: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you have no permission for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another program uses it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the network folder does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such file or folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the place is read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something else of that name is in the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>part of its path is not a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your share of the disk is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk takes no file of this size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its name is too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a link that leads back to itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk reports an error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room on the disk, or save it elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it under another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it under another name or in another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close it there and try again, or save it under another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it under a shorter name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the plan and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it in another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>correct {field} first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the plan has no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distillation plans ({pattern})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was changed by another program since you opened it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overwriting it loses what the other program wrote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Overwrite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the changes to “{plan}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Otherwise they are lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Don’t save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF on A4 ({pattern})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF on US Letter ({pattern})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing {name}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printing the report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last report is still being made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report was saved as {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report went to the printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>page {number} cannot be drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the printer does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the printer took no further page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is there already. Replace it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace the file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Glossary</name>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How badly a model predicts text it has not seen: the cross-entropy per token. Lower is better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is the quality that the law predicts. Compare losses with one another, on text like the study&apos;s; a gain of 0.01 is small, one of 0.1 large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eq. 1 and 8 (L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cross-entropy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The unit of loss. A loss of one nat per token means that the right token got a probability of about 37 % on average.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One nat is 1.44 bits; a loss of 2 nats is a perplexity of 7.4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nats per token, perplexity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute equivalent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many times this plan&apos;s compute direct training would need to reach the loss that distilling reaches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It turns a small difference in loss into time and money. Where no budget is enough, the headline says so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From Eq. 1 and 8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1.5× the compute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Floor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss that a student of this size never falls below, however much it is trained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A wanted loss under it is out of reach: only a larger student helps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eq. 35</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out of reach, irreducible loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Likelihood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The probability that the way named first really gives the lower loss, given how far measured losses lie from the law.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From 84 % the answer takes a side. Only the law&apos;s own error counts here, not wrong inputs or other text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Section 4.4 and Fig. 5b for the law&apos;s error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability, how likely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>90 % range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stretch that should hold the true value in nine of ten cases.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the ranges of two ways overlap widely, their difference is no reason to choose one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interval, band</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beyond the study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sizes, texts or losses outside what was measured: students and teachers of 143M to 12.6B, up to 512B student tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The law goes on there, but nothing bounds its error. Charts shade these parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Section 4; Table 6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>extrapolation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the answer moves when one input, or one number of the law, takes the ends of its likely range while the rest stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The longest bars are worth measuring better. A mark shows where the choice itself would change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sensitivity, tornado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too close to call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The difference between two ways is too small for the law to tell which is better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the cheaper and simpler one. The law speaks of loss alone; a gain in later tasks may hide behind a tie.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good-enough range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The teachers whose students come as close to the best one as the law can tell, within 0.39 % of its loss for the built-in numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any teacher in it will do: take the one that is at hand, cheap, or allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fig. 4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capacity gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A teacher can be too strong: past some point a better teacher makes a worse student, which cannot follow it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is why the largest model is rarely the best teacher, even when its outputs cost nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eq. 8 and Fig. 4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The place of a candidate by the loss its student would reach on this budget; 1 is best.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each candidate pays for its own outputs, so a strong but costly teacher can come last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From Eq. 8 and 9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>candidate rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crossing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The budget, or the pair of size and tokens, at which distilling and training directly do equally well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Below it distilling is better, above it training directly is as good and simpler. It moves up with the student&apos;s size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fig. 6, 8 and 17</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>break-even</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What of the teacher has to be paid for: nothing (outputs already stored), its outputs, its training, or both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It decides more than anything else whether distilling pays off. Each one has the same colour in every chart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outputs already stored, outputs computed, train a teacher for many, train a teacher just for this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distillation scaling law</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A formula, fitted to hundreds of training runs, that predicts the student&apos;s loss from its size, its tokens and the teacher&apos;s loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every answer here is computed from it; Check shows each step with its numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eq. 1 and 8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scaling law</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coefficient set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fitted numbers in the law. They belong to one kind of model and one kind of text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other text has other losses; differences between plans carry over better than the losses do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table 6; Appendix A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>law, coefficients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A plan that is kept as A, B or C while you go on changing the one you work on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare shows pinned plans side by side and tells what each costs and brings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pin, compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goal seek</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking backwards: what a wanted loss, a sum of money or a deadline takes or brings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It answers for every scenario, or says that the goal is out of reach and why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eq. 35 for what is out of reach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FLOP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One floating-point operation, such as a multiplication. FLOPs are a number of them, FLOP/s a speed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is the currency of training: student, teacher and outputs all pay in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eq. 9 and 69; Table 13</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FLOPs, FLOP/s, TFLOP/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All the operations that the plan may spend. It follows from hardware, time and utilisation, or is typed as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything else is chosen to reach the lowest loss within it. Distilling gains most where it is small.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eq. 9 and 10; Fig. 8 and 17</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compute, compute budget, training compute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phases of the work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the compute pays for: training the teacher, running it over the text for its outputs, and training the student.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They come one after the other. A phase that is free or done already takes no time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eq. 9; Fig. 23, 26 and 29</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>schedule, split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accelerator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A processor made for training models, such as a GPU. The catalogue has the peak speed, memory and power of each kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number, kind, time and utilisation together make the budget.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPU, TPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long all the accelerators are yours, or how long the plan needs them where the compute is given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The range beside it is what the time would be at low and at high utilisation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deadline, days, GPU-hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dense peak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most operations in a second that one accelerator can do at a precision, on ordinary matrices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makers also print a peak with sparsity, twice as high, that training never sees. Each figure names its source and date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>peak FLOP/s, TFLOP/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Utilisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of the dense peak that training reaches over whole days, after communication and waiting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time and cost are inversely proportional to it, so it is worth measuring. The presets depend on accelerator and count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model FLOPs utilisation, MFU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number format that training computes in. BF16 is the usual one; FP8 is faster where the accelerator has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It decides the peak. FP8 counts as the BF16 peak at 1.2 times its utilisation, since not everything runs in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BF16, FP16, FP8, TF32</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What one of your accelerators reached in a training run of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It replaces peak and utilisation, and with them the widest uncertainty about time and cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>throughput</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contingency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of the time that is set aside for restarts, pilot runs and evaluation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is taken from the budget, but paid for like the rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reserve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What one accelerator costs for one hour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times accelerators and hours it is the cost. Where you type none, the catalogue&apos;s own stands, with the range seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accelerator-hour, GPU-hour, cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label of all money in the plan. Nothing is converted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type prices in the currency you name; catalogue prices are in US dollars.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power usage effectiveness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many kilowatt-hours the data centre draws for each that the accelerators draw, such as 1.2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It multiplies energy and carbon; the answer&apos;s quality does not depend on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PUE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carbon intensity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many grams of CO₂ equivalent the grid emits for each kilowatt-hour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times the energy it gives the carbon of the plan; it differs much between places.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CO₂, emissions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serving volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many tokens the student will read and write over its whole life in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lifetime compute adds the cost of serving them to training; much use makes a smaller student, trained for longer, the cheaper one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eq. 69 for the cost of a token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>served tokens, lifetime compute, inference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distillation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training a small model, the student, to imitate what a larger one, the teacher, predicts for every token of a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The headline says whether this reaches a lower loss than training the student directly at the same cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eq. 8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to distil</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model that is imitated. It either exists already or is trained as part of the plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its size decides what its outputs cost, and its own loss is all that counts for how good the student becomes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eq. 8; Table 2 for its cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model that is trained by this plan and ships at the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its size is usually given by the device or the price of serving; the plan then asks for the best way to train it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eq. 8; Fig. 2 and 39 for its size at a fixed budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training directly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training the student on the text alone, without a teacher, so that the whole budget pays for its own tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is what distilling has to beat: simpler, and with enough compute just as good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eq. 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>supervised training, pretraining</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A teacher that exists and could be used, with its size and either its loss or the tokens it was trained on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where there are candidates, the plan picks the best of them. A loss estimated from tokens assumes text like the study&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fig. 4 and 7 for the choice of a teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of the numbers that a model learns; their count is its size, such as 7B for seven thousand million.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A larger student reaches a lower loss, and every one of its tokens costs more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eq. 1 and 8 (N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight, model size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters without embeddings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The size of a model without the table that turns tokens into numbers. Model cards usually count the table too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The law counts without it. For small models the difference is large: 143M without is 181M with, at a vocabulary of 32,168.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appendix H</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>non-embedding parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teacher size range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The smallest and the largest teacher that the plan may propose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Narrow it to sizes you can obtain. It binds only where the plan is free to choose its teacher.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many tokens a model looks at together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longer contexts make every token dearer. The study used 4,096.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eq. 69</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>context length, sequence length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many different tokens a model knows. Its tokenizer cuts text into these.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a teacher with the student&apos;s own vocabulary can be imitated token by token; another one is outside this law.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokenizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width and depth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many units wide the model is for each of its layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the size it fixes the number of layers, and a little of what a token costs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aspect ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feed-forward part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The part of each layer that handles one token at a time. It is wider than the model by the FFN ratio, and has three matrices with a gate, else two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It decides how parameters are spread over layers, and so what a token costs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FFN, MLP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many query heads share one head for keys and values; 1 is plain attention.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It saves memory when serving and changes the cost of a token slightly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grouped-query attention, GQA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits per weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much memory each parameter takes on the device that runs the student: 16 bits as trained, 8 or 4 when compressed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It decides how large a student fits. What compression costs in quality is not part of the law.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quantisation, must fit in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A piece of text that a model reads at once, about three quarters of an English word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text, training and cost are all counted in tokens: 450B are 450 thousand million.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eq. 1 and 8 (D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many tokens the student is trained on with this plan, repeats included.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is what the budget leaves once the teacher is paid for; more tokens lower the loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eq. 8 and 9 (D_S)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teacher&apos;s training tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many tokens a teacher was trained on, or may have been at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With its size they give the teacher&apos;s loss, if nobody measured it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eq. 1; Appendix D.4.4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trained on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Different text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many tokens there are before any text comes a second time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it runs out, training must stop or repeat, and compute may be left over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unique tokens, student text, teacher text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pass over the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading all the different text once. Up to about four passes are almost as good as new text; later ones bring less and less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeats cost as much as new text. That they are worth as much when distilling is an assumption.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appendix A; the formula is from Muennighoff et al. 2023, arXiv 2305.16264</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch, repeated text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teacher outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the teacher predicts for each token: one number, a logit, for every entry of the vocabulary.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The student learns from them. Computing them is one pass of the teacher over the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eq. 9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logits, predictions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teacher outputs that are on disk already, or will be at no extra cost, for the student&apos;s text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They make even a large teacher free to use, so that a stronger one pays off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table 2, best case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One teacher that serves several students, which share the cost of training it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With ten students each pays a tenth. A teacher trained for one student rarely pays off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eq. 9 and Table 2; Appendix D.4.2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shared by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outputs that are computed once, stored, and used for all students, which train on the same text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each student then pays only its part of the teacher&apos;s pass over the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top-128 outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the 128 likeliest tokens of each output, with their logits, instead of the whole vocabulary.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full outputs of large runs fill petabytes. Mixed with the plain loss, the top 128 cost at most 0.01 nats, alone 0.11.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appendix G</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>truncated logits, top-k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the paper: {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also called {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the glossary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No term has these words.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Goal seek</name>
    <message>
        <source>Goal seek</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What Apply does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done: {what}. Undo takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no deadline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model to match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is fixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table below gives the rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By when; the answer is then how many accelerators. Empty: as long as this plan&apos;s take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The student&apos;s loss in nats per token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters of the model to match, without embeddings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens the model to match was trained on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What may be spent in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>90 % range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accelerators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{teacher} teacher, {number} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over 10 million</source>
        <comment>accelerators</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A plan holds from {least} to {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A plan holds at most {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With so little compute this plan&apos;s way of distilling has no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {accelerators} for {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{accelerators} for {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the compute to {compute}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compute set to {compute}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the time to {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time set to {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply goal: {goal}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply sets this plan&apos;s compute, which is the same for every method.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply sets this plan&apos;s time, which is the same for every method.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply sets this plan&apos;s number of accelerators and its time. The other methods need other answers under Teacher first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply sets this plan&apos;s compute. The other methods need other answers under Teacher first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply sets this plan&apos;s time. The other methods need other answers under Teacher first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a loss of {loss}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The study tested students of {low} to {high}: nothing bounds the error for this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over {tokens} student tokens are more than the study tested: the real range may be wider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The student sees its text up to {passes} times; after four, each pass adds less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The student sees its text up to {passes} times; beyond 16 passes hardly anything is gained and harm is possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More accelerators reach a smaller share of their peak; that is counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write an amount such as {thousands} or {millions}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too large. {fix}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too small. {fix}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a time above 0, such as {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower is better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>= {number} hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distil: your teachers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distil: costs shared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method}, this plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too little for any teacher this plan allows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes more than {count} accelerators by then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out of reach on {tokens} tokens of text: the floor is {floor}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out of reach on {tokens} tokens of text: the floor is {floor}, just above the goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out of reach for a {size} student: the floor is {floor}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out of reach for an {size} student: the floor is {floor}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out of reach for a {size} student: the floor is {floor}, just above the goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out of reach for an {size} student: the floor is {floor}, just above the goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money buys nothing definite here: this plan has no price per accelerator-hour. Type one under Hardware.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money needs hardware: this plan states its compute in FLOPs. Choose an accelerator under Hardware.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A time needs hardware: this plan states its compute in FLOPs. Choose an accelerator under Hardware.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A deadline needs hardware: this plan states its compute in FLOPs. Choose an accelerator under Hardware.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money needs a speed: this plan&apos;s accelerator has none. Choose another under Hardware.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A time needs a speed: this plan&apos;s accelerator has none. Choose another under Hardware.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A deadline needs a speed: this plan&apos;s accelerator has none. Choose another under Hardware.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training directly</source>
        <comment>stands for {method} in a sentence</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distilling with outputs already stored</source>
        <comment>stands for {method} in a sentence</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distilling with outputs computed</source>
        <comment>stands for {method} in a sentence</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distilling from a teacher trained for many</source>
        <comment>stands for {method} in a sentence</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distilling from a teacher trained just for this</source>
        <comment>stands for {method} in a sentence</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distilling with shared costs</source>
        <comment>stands for {method} in a sentence</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distilling from the teachers you have</source>
        <comment>stands for {method} in a sentence</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distilling from the {teacher}</source>
        <comment>stands for {method} in a sentence</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To reach {loss} nats, {methods}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To reach {loss} nats within {time}, {methods}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To match a {size} model trained on {tokens} tokens, expected loss {loss} (90 % range {range}), {methods}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To match an {size} model trained on {tokens} tokens, expected loss {loss} (90 % range {range}), {methods}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To match a {size} model trained on {tokens} tokens, expected loss {loss} (90 % range {range}) within {time}, {methods}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To match an {size} model trained on {tokens} tokens, expected loss {loss} (90 % range {range}) within {time}, {methods}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} and {cost}</source>
        <comment>amount: of time, of accelerators</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} accelerator(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{statement}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first}; {second}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method} takes {effort}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method} never gets there: its floor is {floor}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method} takes more than {count} accelerators by then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{money} buys {time} of {accelerators}: an expected loss of {losses}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} of {accelerators} bring an expected loss of {losses}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} of {accelerators} for {money} bring an expected loss of {losses}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{loss} (90 % range {range}) by {method}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} and {second}</source>
        <comment>two losses</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From start to end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it lies in nine of ten cases, counting what the law itself leaves open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each method takes or brings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply: {change}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Hardware</name>
    <message>
        <source>missing; write FLOPs such as 2e23, or hardware with its count and hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing; write an id such as h100-sxm5, or peak_tflops such as 989</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the catalogue has no {precision} peak of the {accelerator}; use bf16, or write peak_tflops</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{peak} each, as typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{peak} each, as typed; FP8 reaches a smaller share of its peak than the presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{peak} dense {precision} each, catalogue {date}; FP8 counts as {factor} times the utilisation, but no FP8 peak is listed: check that it has FP8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{peak} dense {precision} each, catalogue {date}; FP8 counts as {factor} times the utilisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{peak} dense {precision} each, catalogue {date}; no {chosen_precision} peak is listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{peak} dense {precision} each, catalogue {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catalogue {date}, seen from {low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catalogue {date}, seen from {low} to {high} (US dollars); type a price in your currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No default price is known; type one to see costs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Hardware fields</name>
    <message>
        <source>Hardware</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Utilisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accelerators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contingency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power (PUE)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carbon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Custom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all accelerators</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Choose one of the %n that match</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Choose one from the list, or Custom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>type its dense peak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>derived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use hardware instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>enter FLOPs instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let time and hardware decide the compute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the compute; the time follows from the hardware</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours} GPU-hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No hardware: no time, no cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All the floating-point operations this plan may spend, such as 2e23.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many accelerators, and which kind. Search the catalogue by name, or choose Custom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long all the accelerators are yours, such as 3 weeks, 500 h or 1,920 GPU-hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of the accelerators&apos; dense peak that training reaches over whole days (also called MFU).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What one accelerator costs for one hour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number format that training computes in; it decides the peak.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dense peak of one accelerator. Makers also print peaks with sparsity, twice as high, that training never sees.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The speed of one accelerator in your own training runs; it replaces peak times utilisation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of the time that goes to restarts, pilot runs and evaluation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power usage effectiveness: what the data centre draws for each kilowatt-hour that the accelerators draw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grams of CO₂ equivalent for each kilowatt-hour of the grid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label of all money. Nothing is converted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan with hardware</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan with an amount of compute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>= {flops}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours} hours for this compute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>= {hours} hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≈ {hours} hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaced by the measured {speed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No presets for a custom accelerator; default {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presets for {count} of these: {low}, {typical}, {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presets are judged from published training runs; the typical one is the default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dense, of one accelerator; without sparsity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source: {url}. {note}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaces peak and utilisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used instead of a peak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>= {share} of the peak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time lost to restarts, pilots, evaluation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{energy} in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The accelerator&apos;s power is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{mass} of CO₂ equivalent in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money reads {money}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Escape)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What does “{term}” mean?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All terms</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>How far to trust it</name>
    <message>
        <source>A predicted loss is taken to be off by {error} (one standard deviation). From this comes every 90 % range, {deviations} times {error} of the loss to either side, and with it the range of teachers, which are good enough while their student&apos;s loss is within {error} of the best. A choice compares two laws whose errors are taken as independent; they may well go together, so this errs to caution. Distil is said when it is {most} or more likely to be better, train directly at {least} or less, and too close to call between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The range was tried on 328 students digitised from the paper&apos;s Figure 1: 91 % lie within it. Predictions are not quite centred, so it is not equally good everywhere. For 1.8B students they are about 0.4 % too high, and 26 of 39 lie within; for three runs of 7.75B they are 0.5 % too high. A narrower range is not earned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read as printed, predictions are up to 5.9 % off, and mostly too low for small students. Of 328 students digitised from the paper&apos;s Figure 1, 86 % lie within this wide range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This error is that of your own calibration; beyond those runs it says nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This error is that of your own calibration on {runs} runs; beyond those runs it says nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This error is the one your coefficient set states.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of 354 students measured, 41 are better than their teacher, by up to 0.024 nats; the law cannot say so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The study covers models of 143M to 12.6B, 3.7B to 512B student tokens and teachers of loss 1.90 to 2.75.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This plan stays within it.</source>
        <comment>it: the study</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This plan leaves it, and there nothing bounds the error.</source>
        <comment>it: the study</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The coefficients belong to one architecture and one corpus, English C4. Another corpus has another E, so the difference of two losses carries over better than a loss; calibrate with your own runs to be sure. The law is for pure distillation and for loss on text like the training text. Lu and Liu 2026 (arXiv 2605.23857) mixed the losses and found that even weaker teachers improved larger students, more so on other tasks and other text: a tie here may hide such a gain. A teacher trained on other text than the student&apos;s is outside the study.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>How to read</name>
    <message>
        <source>How to read this table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to read this chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the right the compute grows, under it the days it takes on this hardware; to the bottom the student gets better. Each line is one way of training, at its best for every budget.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The thick line is this plan&apos;s own way, and the band around it holds the true loss in nine of ten cases. A ring where two lines meet is the budget from which training directly is as good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dashed stretch beside the plan&apos;s line, where there is one, is what direct training would need on top for the same loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Across stands how good the teacher is, the stronger ones on the left; the height is the loss of the student it makes on this budget, lower is better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Across stands the teacher&apos;s size; the height is the loss of the student it makes on this budget, lower is better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The curve is a U: a weak teacher has little to teach, and a strong one costs too much or is too hard to imitate. The shaded middle is the good-enough range: no teacher in it is worse than another that the law could tell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points are your candidates with their ranks, where you have any. A point off the curve was trained on less text, or more, than the curve assumes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The level line is the loss of training directly: a teacher above it makes things worse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Across stands the student&apos;s size; the height is all the compute of its life, training and serving, for one and the same loss. Lower is cheaper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small student must be trained for longer to be as good, a large one costs more for every token it serves; the lowest point balances the two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Across stands the student&apos;s size; the height is its loss on this budget, lower is better. Each line is one way of training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small student learns less from much text, a large one sees too little of it; the lowest point balances the two. In the shaded middle every size does about as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Across stands the student&apos;s size, upwards the tokens it is trained on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Across stands the student&apos;s size, upwards the compute of the whole plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each cell compares two ways for one such plan: one colour where distilling gives the lower loss, another where training directly does, as the scale above says. Stronger colours mean larger differences.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pale cells are too close to call. The line between is where both do equally well, the point is this plan, and the dashed frame holds what the study tested.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at a cell, or walk over the cells with the arrow keys, to read its numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above, each height is a whole budget, split into what trains the student, what runs the teacher over the text and what trains the teacher; to the right budgets grow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The orange line is this plan: what it cuts are the plan&apos;s own shares.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Below, the same shares follow one another as bars in days, with what each phase costs, draws and emits. The last lines say whether the models fit the accelerators, and what stored outputs take on disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Across stands how much better distilling is than training directly, in nats per token; the upright line is this plan. Right of zero distilling is better, left of it training directly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each bar shows where the plan would go if that one input took the low and the high end of its likely range. Longest bars first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bar that leaves the middle zone changes the choice; beside it stands the value from which it does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bars further down move one number of the law instead, each taken alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each column is a plan: those you pinned as A, B and so on, and the one you work on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best value of a row is semibold where the difference is more than the law could mistake. The sentence above says in words what one plan has over another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a pinned plan to work on it again; the plan you left stays in Undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each row is one quantity of this plan: its symbol, its formula, what went in, and what came out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source names the equation or table of arXiv 2502.08606, or the maker&apos;s data sheet. Values have more digits here than elsewhere, so that they can be recomputed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search narrows the list; copied rows go into a spreadsheet as columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shaded parts, named at the top, lie beyond what the study measured: the darker, the more reasons for doubt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag the orange line, or move it with the arrow keys and Enter, to plan another size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag the orange line, or move it with the arrow keys and Enter, to plan another budget.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>How to read the answer</name>
    <message>
        <source>How to read the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;The headline&lt;/b&gt; says which way reaches the lower loss with this hardware, time and text. “As good as training directly with 1.5× the compute” means that direct training would need half as much compute again for the same quality.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Loss&lt;/b&gt; is how badly a model predicts text, in nats per token; lower is better. Compare losses with one another, on text like the study&apos;s. A gain of 0.01 is small, one of 0.1 is large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;How likely&lt;/b&gt; is the chance that the way named first is the better one, counting only what the law itself leaves open. Near one half, nothing separates the two: take the cheaper and simpler one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Ranges&lt;/b&gt; hold the expected loss in nine of ten cases. “Good enough” is the range of teachers whose students come within a hair of the best one: any of them will do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Amber notes&lt;/b&gt; say what makes the answer less sure, such as sizes that the study did not test; the charts shade those parts. Grey notes only inform.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;To see what would change the answer,&lt;/b&gt; open What matters, or drag the orange line on the Budget page, or type anything else into the plan: the answer follows. Undo takes every step back. Pin keeps a plan beside the next ones, on the page Compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;To defend a number,&lt;/b&gt; open Check: every quantity stands there with its symbol, formula, inputs and source. Goal seek answers the other way round: what a wanted quality takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;A word you do not know&lt;/b&gt; has a “?” beside it that explains it, and so does F1 wherever the keyboard is.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Inputs</name>
    <message>
        <source>hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follows from the compute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual for any accelerator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typical for this accelerator, count and student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of the peak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Custom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaced by the measured speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{currency} per accelerator-hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of the time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>g CO₂e per kWh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No text is limited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The teacher exists already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entries</source>
        <comment>of the vocabulary</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without embeddings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The teacher is one of the candidates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only one student uses the teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The outputs are stored anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>students</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The teacher costs nothing here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field}: {part}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Known models</name>
    <message>
        <source>Known models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search: name, maker, size or licence, such as llama 8b</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search known models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What adding does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this vocabulary for the student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size without embeddings. * {estimated}. Catalogue {date}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Add %n known model(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Use the vocabulary of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Add %n to the plan</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Sets Vocabulary under Student, More, to {entries}; its costs follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The student&apos;s vocabulary has this size already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No known model fits these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is marked is in the plan already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adding also sets Exists to Yes under Teacher, as the plan says none exists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added models stand under Teacher as candidates and are ranked at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added {model}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Added %n model(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The plan now says that a teacher exists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, by {maker}: {total} parameters with embeddings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source: {url}
{note}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimated loss*</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model&apos;s name; the remarks below the table name its maker and source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters without embeddings, as the law counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tokens it was trained on, as its makers say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many different tokens it knows, padding included</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its loss in nats per token, from its size and tokens; {estimated}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to know before choosing it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it was published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that it allows training another model on its outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, by {maker}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} parameters without embeddings, {total} in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another vocabulary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distilled</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Known teachers</name>
    <message>
        <source>The student has as many vocabulary entries, {own}: check that it uses this model&apos;s tokenizer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has another vocabulary: {other} entries, the student {own}. Its outputs can only be matched with its own tokenizer, so give the student this vocabulary.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>List</name>
    <message>
        <source>{before}, {next}</source>
        <comment>two things, more may follow</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{before} and {last}</source>
        <comment>before: one or more things with commas between them</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Log folder</name>
    <message>
        <source>Log folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file manager answered. The log of starts and errors is in this folder:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path of the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Main window</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last good plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned as {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line cannot go there: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Map page</name>
    <message>
        <source>Same budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same budget, best teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This plan: {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equally good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sizes and tokens the study tested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute, FLOPs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where does distilling win?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student size, parameters without embeddings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distilling better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training directly better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss of distilling minus training directly, nats per token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too close to call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No teacher can be paid for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distilling better</source>
        <comment>within a sentence</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training directly better</source>
        <comment>within a sentence</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too close to call</source>
        <comment>within a sentence</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no teacher can be paid for</source>
        <comment>within a sentence</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No teacher can be paid for with this budget.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No teacher can be paid for with this amount of text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{distilling_wins}; {your_plan}: {the_line}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nowhere on this map is distilling likely to be better, whatever the size and the budget.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the same text, nowhere on this map is distilling likely to be better, whatever the size and the amount of text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nowhere on this map is training directly likely to be better, whatever the size and the budget.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the same text, nowhere on this map is training directly likely to be better, whatever the size and the amount of text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distilling is ahead for a {size} student with every budget shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the same text, distilling is ahead for a {size} student with every amount of text shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training directly is ahead for a {size} student with every budget shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the same text, training directly is ahead for a {size} student with every amount of text shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{one_is_ahead}, though your plan is too close to call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{one_is_ahead}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Near your plan, distilling wins below the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Near your plan, distilling wins above the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distilling wins below the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distilling wins above the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the same text, near your plan, distilling wins below the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the same text, near your plan, distilling wins above the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the same text, distilling wins below the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the same text, distilling wins above the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your plan is too close to call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your plan is near it, too close to call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your plan is well inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your plan is well outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your plan is inside, but near it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your plan is outside, but near it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the line is at {amount}, {times} your budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the line is at {amount}, {times} less than your budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the line is at {amount}, {times} yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the line is at {amount}, {times} less than yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no teacher can be paid for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too close to call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distilling better by {difference}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training directly better by {difference}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line for your size: {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each cell: distilling from the best possible teacher against training directly, on the same budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each cell: distilling from the best possible teacher against training directly, on the same text, teacher costs left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each cell: distilling from your {teacher} against training directly, on the same budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each cell: distilling from your {teacher} against training directly, on the same text, teacher costs left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each cell: distilling from the best of your teachers against training directly, on the same budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each cell: distilling from the best of your teachers against training directly, on the same text, teacher costs left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dashed: student sizes and tokens the study tested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tokens} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{meaning} by {value} or more</source>
        <comment>meaning: such as Distilling better</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{meaning} by {value}+</source>
        <comment>as short as can be; meaning: such as Distilling better</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{better} by {value}</source>
        <comment>better: such as distilling better</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{undecided} ({by})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>&amp;System theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a plan from the defaults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New &amp;window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start another plan in a window of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a plan file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this plan under another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report as P&amp;DF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two pages for the meeting, and an appendix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel &amp;workbook…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the answer, its inputs and every chart&apos;s numbers as a workbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer as &amp;JSON…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the answer and the data of every chart for other programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close every window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the last edit back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the edit again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy answer as &amp;text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the answer as text, such as for a mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy answer as p&amp;icture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the answer as it stands above the pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prefere&amp;nces…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme, text size, language, numbers, and what new plans start from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pin this plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this plan beside the next ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Known models…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose teachers from well-known open models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Goal seek…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a loss, a sum of money or a deadline takes or brings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Explain this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the term means that the keyboard is at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to read this &amp;chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the axes, lines and shades of the page mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;How to read the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What headline, ranges and notes mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Glossary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every term, and what it means here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every key of menus, charts and tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the &amp;tour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window in three steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;log folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where errors are written down, for whoever mends them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this program is, and whose law it uses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Example plans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo {edit}</source>
        <comment>edit: such as Change Time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo {edit}</source>
        <comment>edit: such as Change Time</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>Train directly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distil: outputs already stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distil: outputs computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distil: train a teacher for many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distil: train a teacher just for this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distil: your teachers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distil: costs shared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your teachers</source>
        <comment>short for: distil, your teachers</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>costs shared</source>
        <comment>short for: distil, costs shared</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method}, this plan</source>
        <comment>method: such as Distil: outputs computed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>direct</source>
        <comment>short for: train directly</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stored</source>
        <comment>short for: distil, outputs already stored</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>computed</source>
        <comment>short for: distil, outputs computed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for many</source>
        <comment>short for: distil, train a teacher for many</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just for this</source>
        <comment>short for: distil, train a teacher just for this</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teacher training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teacher outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>estimated as if trained on your text</source>
        <comment>said of the loss of one or more teachers</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a {name}</source>
        <comment>a model of that size</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an {name}</source>
        <comment>as: a {name}</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>Warning: {note}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>Too long. {fix}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too large. {fix}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not negative. {fix}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write {decimal} or {whole} instead of &quot;{typed}&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write at least {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write at most {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a size such as 7B or 300M</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write tokens such as 450B or 2T</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write tokens such as 450B, or no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write compute such as 2e23 or {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FLOP/s is a speed. {fix}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a speed such as 989 TFLOP/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a time such as 5 days or 120 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the unit: {number} h or {number} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a share such as 40 % or {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write 1 % or 100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a price such as {number} per hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a whole number such as 64</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a loss in nats such as {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a number such as 4096 or {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{heading}: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter sorts by the column, Ctrl+C copies the rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the chosen rows, or all, with all their digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers: {question}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These numbers follow the plan. Click a heading, or press Enter in its column, to sort.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are on the clipboard</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>GPU-hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{money} per {hour}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Page titles</name>
    <message>
        <source>Budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What matters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Picture (PNG) …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing (SVG) …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers (CSV) …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to read this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers as a table ({key})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page was not saved: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page was saved as {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pictures of the pages</name>
    <message>
        <source>the plan was not answered within twenty seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the picture {file} cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pins</name>
    <message>
        <source>A plan holds {count} pins at most; remove one first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With one more pin the plan would be too large for a file; remove one first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a name of 1 to {most} characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another pin has this name; write another one</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Plan fields</name>
    <message>
        <source>Too small. {fix}</source>
        <comment>fix: a sentence that says what to write</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too large. {fix}</source>
        <comment>fix: a sentence that says what to write</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a number of tokens such as 4096</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a number of entries such as {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a whole number from 1 to 10, such as 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a ratio from 1 to {most}, such as 128</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a ratio from {least} to 100, such as {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a number from 1 to 1000, such as 4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a factor from 1 to 10, such as {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write grams per kWh, such as 400</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a memory such as 8 GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write bits from 1 to 32, such as 4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a number such as 4 students</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{number} bit(s)</source>
        <comment>precision of a weight</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{number} student(s)</source>
        <comment>student models that share a teacher</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>loss {loss}</source>
        <comment>in place of a number of tokens</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write tokens such as 15T, or a loss such as {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Plan file</name>
    <message>
        <source>the catalogue has no {name}; write one such as {known}, or null with peak_tflops for any other accelerator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no coefficient set is called {name}; use one of {known}, or embed the set in the plan under &quot;coefficient_set&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} or {second}</source>
        <comment>one of which is to be written</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a name of 1 to {most} characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a name of at most {most} characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a currency label of at most {most} characters, such as USD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name of a coefficient set, such as busbridge-2025</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of at most {most} pinned plans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of at most 1,000 candidates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a share from 0 to 1, such as 0.4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number of tokens from 1 to 1e18, such as 2e11</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number of tokens from 0 to 1e24, such as 1e12</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number of students from 1 to 1,000,000, such as 4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a cross-entropy in nats per token from 0.01 to 100, such as 1.95</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number of FLOPs from 1e12 to 1e32, such as 2e23</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number of hours from 0 to 1e6, such as 504</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number from 1 to 10,000,000, such as 64</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TFLOP/s of one accelerator from 0.001 to 1,000,000, such as 989</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a price from 0 to 1,000,000, such as 3.5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a power usage effectiveness from 1 to 10, such as 1.2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grams of CO2e per kWh from 0 to 10,000, such as 400</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a memory in GB from 0.001 to 1,000,000, such as 8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bits per weight from 1 to 32, such as 4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number of parameters from 1e5 to 1e15, such as 1e9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number of entries from 2 to 10,000,000, such as 32168</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number of tokens from 1 to 10,000,000, such as 4096</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a width-to-depth ratio from 1 to 10,000, such as 128</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a feed-forward ratio from 0.01 to 100, such as 2.67</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number from 1 to 10, such as 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>queries per key from 1 to 1,000, such as 8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a positive number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an exponent from 0.01 to 10, such as 0.4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an exponent from -20 to 20, such as 2.5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a loss in nats from 0 to 20, such as 1.22</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a width from 0.001 to 10, such as 0.09</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an identifier of 1 to {most} characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a share above 0 and at most 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}, column {column}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}, column {column} near &quot;{name}&quot;: {reason}</source>
        <comment>name: of a field</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text has no closing quote; add it, or choose a whole copy of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text holds a line break or a tab; remove it, or write {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text holds a single backslash; write two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file ends too early; choose a whole copy of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON has no comments; remove the comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>texts and names stand in double quotes; write &quot;…&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a comma stands inside a number; write a decimal point, or remove it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is a comma too many; remove it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a comma is missing; add it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a colon is missing; add it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something follows the closing brace; remove it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a field&apos;s name in double quotes is missing; write &quot;name&quot;: value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no value can be read; write a number, true, false, null, or a text in double quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its file would be over {size} MB and could not be opened again; remove pins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 hours leave no compute; write hours above 0, such as 504</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 leaves no compute; write a share above 0, such as 0.4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 leaves no time to compute; write a share below 1, such as 0.1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this hardware gives {compute} FLOPs in that time, outside 1e12 to 1e32; write fewer hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this hardware gives {compute} FLOPs in that time, outside 1e12 to 1e32; write more hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a pinned plan has no pins of its own; remove them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is there twice; write another name for one of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is a built-in set with other numbers; give your set another id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no coefficient set is called {name}; write {known}</source>
        <comment>known: such as A or B</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no coefficient set is called {name}; write {known}, or put the set into the plan under coefficient_set</source>
        <comment>known: such as A or B</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its first number is above its second; write the smaller one first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing for {name}; write tokens such as 1e12, or its loss such as 1.95</source>
        <comment>name: of a teacher</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept but not used, because this version does not know it: {fields}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Kept but not used, because this version does not know it: {fields} and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{field} (did you mean {other}?)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is larger than {size} MB; choose a plan ({suffix}) instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is UTF-16 or UTF-32 text; save it as UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not UTF-8 text (byte {byte} in line {line}); save it as UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is empty; choose a plan ({suffix}) instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file does not start with &quot;{brace}&quot; as plans do; choose a plan ({suffix}) instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>written twice in the same object; remove one of the two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is a coefficient set; put it into a plan under coefficient_set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} is not &quot;{format}&quot;; choose a plan ({suffix}) instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} is not the version of a plan; write {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the plan was saved by a newer version of this program (file version {value}, this one reads up to {version}); open it there, or update this program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>objects or lists stand inside each other more than {depth} deep; write fewer levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} holds half a character ({first} to {last}); remove it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an object in braces</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>a list of %n</source>
        <comment>so many things</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>a finite number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of {choices}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list in square brackets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of two numbers, such as [1e6, 1e13]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an object in braces with fields such as &quot;{name}&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false</source>
        <comment>as they stand in the file, in English</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text in quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} is not {expected}</source>
        <comment>expected: such as a share from 0 to 1, such as 0.4</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} is not {expected}; write it without quotes</source>
        <comment>it: the value, a number in quotes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing; write {expected}</source>
        <comment>expected: such as a share from 0 to 1, such as 0.4</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>even the smallest teacher allowed costs more than the whole budget; allow smaller teachers or spend more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saved</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Plan panel</name>
    <message>
        <source>typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>derived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yours</source>
        <comment>badge of a value that is the user&apos;s own default</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your default, from Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the value it had when the plan was opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the default. {source}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press F1 for an explanation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More about {group}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to rename the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example plans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for {plan}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the plan</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system: {example}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the catalogue&apos;s, per accelerator-hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Utilisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>typical for accelerator and count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coefficients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the reset back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset all to defaults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language and numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another language shows when the program starts again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files and headless answers always have a decimal point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New plans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For plans you start from now on. They are written into each plan, so its file stands alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a share above 0 %, such as 40 %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Program files</name>
    <message>
        <source>a file of the program, {name}, is missing or damaged; installing the program again mends it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Recent plans</name>
    <message>
        <source>No plan was opened or saved yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{plan} in {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{plan} (not found)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such file in {folder} any more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Recipe</name>
    <message>
        <source>The study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the study did; the loss above holds for this. What it does not say is left out or a suggestion.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is to train directly: of this, the shape of the student, the learning rate and its schedule apply. The rest is for those who distil all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reverse cost {loss} nats more, from a {teacher} teacher to a {student} student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the distillation loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pure distillation, no next-token loss; above 0.5 the mix hardly matters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature of the teacher&apos;s distribution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the coefficients were fitted with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divergence that is made small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward KL, teacher to student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same for both, {number} entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That of supervised training carries over to distilling and, with µP, to other sizes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The study&apos;s teacher and student read different splits; text from elsewhere is outside of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate, with µP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule of the learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of teacher and student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One corpus, different parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokenizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outputs are matched entry by entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read from disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan says they are stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store them once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan has several students use them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the teacher beside the student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then nothing is stored; every token is seen by both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outputs on disk, the likeliest {count} of each token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Costs {alone} nats with {kept} alone, at most {mixed} when mixed with the next-token loss at λ {share}; the {bytes} bytes a token are a half-precision number and its entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The teacher&apos;s outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outputs on disk, in full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No loss of quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each head has its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} heads share one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A multiple of the head size, {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The feed-forward ratio times the width, rounded up to a multiple of {size}: this gives the sizes of Table 13</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matrices only; norms add less than 0.1 % from 100M on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input and output share the embeddings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student: layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student: width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student: heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student: sets of keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student: width of a feed-forward block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student: exact size without embeddings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student: exact size with embeddings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student: off the wanted {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teacher: layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teacher: width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teacher: heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teacher: sets of keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teacher: width of a feed-forward block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teacher: exact size without embeddings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teacher: exact size with embeddings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teacher: off the wanted {size}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>{path} cannot be locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an unexpected error, which the log describes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A plan was not saved when the program ended: “{plan}”, edited {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A plan was not saved when the program ended: “{plan}” ({file}), edited {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more were not saved.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 more was not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A plan was not saved when the program ended, and what was kept of it cannot be read: {reason}. It is {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard the plan that was not saved?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be brought back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>The answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No teacher training and no teacher outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No teacher training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No teacher outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input, moved alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does the choice change?</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more change(s) further away</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No: distilling is {worse} worse to {better} better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No: distilling is {range} worse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No: distilling is {range} better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mind: {warning}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One more note is on page 2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} more notes are on page 2.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Eq. {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss of a model of N parameters trained directly on D tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss of a student that learns from a teacher of loss L_T; L̃_S is Eq. 1 for the same student and text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is paid for: d_lgt is the share of the teacher&apos;s outputs, d_pre that of its training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best plan: student tokens, teacher size and teacher tokens are searched for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L_S is least over D_S, N_T, D_T with FLOPs = C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward compute of one token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ranges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>90 % of expected losses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability that distilling is better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{paper} What repeated text is worth.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{paper} What mixed losses may add that this law does not see.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appendix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assumptions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coefficients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far to trust it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A default stands where nothing was typed; what is unused does not touch this answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Origin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≈ marks a loss estimated from size and training tokens, as if trained on your text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All teachers you have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All pinned plans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This student pays {outputs} of the teacher&apos;s outputs and {training} of the teacher&apos;s training (Eq. 9).</source>
        <comment>outputs, training: nothing, all or a share such as 25 %</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teacher and student share tokenizer and vocabulary, and read different parts of one corpus.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The student learns from the teacher&apos;s full distributions alone: no next-token loss, temperature 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Losses are nats per token on text like the training text, by a law measured on English web text. Sizes are counted without embeddings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accelerators are paid for, and draw their full rated power, as long as they run. Nothing is paid for people, storage or network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fresh text for the student never runs out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The student has {amount} tokens of text, each used once at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The student has {amount} tokens of text, which may be repeated; what repeats are worth was measured for training directly and is assumed to hold when distilling.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every number with the formula it follows from, in symbols and with its inputs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made by {program} {version} on {date}, with the coefficient set “{law}” ({id}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untitled plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every way, at this budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distillation Advisor {version} · law: {law} · losses in nats per token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>90 % range {range}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teachers you have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned plans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All pins are in the appendix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be kept in mind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence and alternatives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Named: the best of your teachers, as far as there is room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distil as planned, from the {teacher}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{scenario}, as here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none can be paid for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lower four are the ways of Table 2, each with the best teacher it could have. Sizes without embeddings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best {shown} of {all}; all are in the appendix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best {shown} of {all}; the appendix has more, the exported workbook all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best {shown} of {all}; the exported workbook has all, on its sheet Scenarios.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} of {all} pins; all are in the appendix.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Schedule page</name>
    <message>
        <source>Training the student takes {state} of training state, spread over all accelerators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teacher training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what would: the outputs of the {teacher} stored first, and the student alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what would: a smaller teacher, a shorter context or accelerators with more memory</source>
        <comment>after: does not fit in memory</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what would: {count} of these accelerators, or a smaller teacher</source>
        <comment>after: does not fit in memory</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what would: a smaller student, a shorter context or accelerators with more memory</source>
        <comment>after: does not fit in memory</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what would: {count} of these accelerators, or a smaller student</source>
        <comment>after: does not fit in memory</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{memory_is_not_checked}: {reason}. {each_holds}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fits in memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{training} fits in memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{fits_in_memory}: {held}, plus about {working} to work with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tight in memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{training} is tight in memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tight_in_memory}: {held}, and {working} to work with if layers are computed again, about {share} slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not fit in memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{training} does not fit in memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{does_not_fit_in_memory}: {held}, and {working} to work with; {what_would}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{state} of training state on the {memory} accelerator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{state} of training state on each {memory} accelerator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{state} of training state and {teacher} of teacher on the {memory} accelerator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{state} of training state and {teacher} of teacher on each {memory} accelerator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{state} of training state and {teacher} of the teacher, which is spread too, on each {memory} accelerator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each holds {state} of training state, plus {working} to work with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each holds {state} of training state and {teacher} of teacher, plus {working} to work with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{training} memory is not checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory is not checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this accelerator is not in the catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the catalogue does not list this accelerator&apos;s memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training state: {state} bytes for each parameter, embeddings included (weights, gradients, Adam), spread evenly over all accelerators; {most} where gradients are kept in single precision. A teacher that computes outputs: {weights} bytes a parameter. Working memory: one text of {context} tokens at a time, its outputs, {runtime} for the runtime, and a tenth kept free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None: {cause}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training directly needs no teacher</source>
        <comment>none: why a phase takes no time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the teacher exists</source>
        <comment>none: why a phase takes no time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the outputs are stored already</source>
        <comment>none: why</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the outputs are stored at no extra cost</source>
        <comment>none: why</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describe the hardware to see days, cost, energy and CO₂e</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This hardware computes nothing, so there are no days: check utilisation and contingency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bars run the whole teacher, shared by {students} students; counted is this one&apos;s share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The days run the whole teacher, shared by {students} students; counted, as in cost, energy and CO₂e, is this one&apos;s share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of it takes {time}, {more} more than planned: the other students&apos; share is not in this budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outputs on disk: {full} in full, {kept} keeping the {count} likeliest tokens, none if the teacher runs alongside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outputs on disk: {full} in full, {kept} keeping the {count} likeliest tokens, assumed to be there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tokens} different tokens, {bytes_in_full} each in full ({bytes} bytes for each of {entries} entries), {bytes_kept} bytes for {count} with their numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeping {count} loses {loss} nats, or under {mixed_loss} where the next token itself counts {share} of the loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}: the {count} likeliest alone, and with the distillation loss weighted {weight}</source>
        <comment>place: where a paper says so</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outputs count for each of {passes} passes over the text; stored after the first, the later ones need no teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} to train {teacher}</source>
        <comment>amount: of time or compute</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} for its outputs</source>
        <comment>amount: of time or compute</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} to run {teacher}</source>
        <comment>amount: of time or compute</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} to train the student</source>
        <comment>amount: of time or compute</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distilling would take {amounts}, and reach a loss of {loss} instead of {other_loss}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distilling would take {amounts}, the whole teacher included, and reach a loss of {loss} instead of {other_loss}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the {name} teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a {name} teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an {name} teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the planned {time}, {unused} stay unused: text runs out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost is not known: type a price to see it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Energy and CO₂e are not known: the catalogue lists no power for this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Energy and CO₂e are not known: choose a catalogue accelerator to see them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where do the compute and the days go?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned: {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minute {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hour {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>day {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>year {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What counts as this student&apos;s share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that is run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute of each phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FLOPs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the compute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accelerator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{days} on {accelerators}</source>
        <comment>such as: Days on 64 × H100</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{days} on {accelerators}, {share} of the time lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No price is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{price}, for {accelerators}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The power of this accelerator is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The energy is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{watts} W for each of {accelerators}, times {pue} for cooling and supply (PUE)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The energy at {grams} g of CO₂e per kWh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Energy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CO₂e</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{phase}:</source>
        <comment>what it takes follows</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} counted for this student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none: {cause}</source>
        <comment>after the name of a phase</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} ({hours} h)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{mass} of CO₂e</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all the compute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{all} trains the student directly, as good and simpler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{all} trains the student directly</source>
        <comment>all: such as the whole hour</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{all} train the student directly, as good and simpler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{all} train the student directly</source>
        <comment>all: such as all five days</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distilling from stored outputs would take as long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distilling would give {share} of it to a teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distilling would give {share} of them to a teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{all_train_directly}; {distilling_would_take}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{all} trains the student: the outputs of {teacher} are stored already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{all} train the student: the outputs of {teacher} are stored already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the compute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part_trains_teacher}, shared by {students} students, {part_runs_it}, the rest trains the student.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part_trains_teacher}, {part_runs_it}, the rest trains the student.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part_for_teacher}, shared by {students} students, the rest trains the student.</source>
        <comment>part_for_teacher: a quarter of the five days runs the 8B teacher, or trains it</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part_for_teacher}, the rest trains the student.</source>
        <comment>part_for_teacher: a quarter of the five days runs the 8B teacher, or trains it</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} of {time} train {teacher}</source>
        <comment>such as: two thirds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} of {time} trains {teacher}</source>
        <comment>such as: a quarter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} of {time} run {teacher}</source>
        <comment>such as: two thirds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} of {time} runs {teacher}</source>
        <comment>such as: a quarter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} run it</source>
        <comment>such as: two thirds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another tenth runs it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another fifth runs it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another quarter runs it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another third runs it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} runs it</source>
        <comment>such as: a quarter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on this hardware</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of compute when distilling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of compute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute, FLOPs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>student</source>
        <comment>short for: student training</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outputs</source>
        <comment>short for: teacher outputs</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>teacher training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} student</source>
        <comment>share of the compute</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} outputs</source>
        <comment>share of the compute</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} training</source>
        <comment>share of the compute, for the teacher</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your {name}: {parts}</source>
        <comment>name: of a teacher</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A {name} teacher: {parts}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An {name} teacher: {parts}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the {name}: {parts}</source>
        <comment>name: of a teacher</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a {name}: {parts}</source>
        <comment>name: the size of a teacher</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With an {name}: {parts}</source>
        <comment>name: the size of a teacher</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This plan: {flops}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This plan: {time}, {flops}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outputs that are stored already cost nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Areas: the best possible teacher for each budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Areas: the best possible teacher for each budget; the dot is your {teacher}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {flops} on, text runs out: shares are of what is spent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bigger budgets call for bigger teachers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The schedule is on the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) below</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{count}: {note}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Schedule table</name>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost, {currency}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start, h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time, h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time counted, h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FLOPs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FLOPs counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Energy, kWh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CO₂e, kg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remark</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Shares and times in words</name>
    <message>
        <source>hardly any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nearly all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {share}</source>
        <comment>share: such as two thirds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a tenth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a fifth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a quarter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a third</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two fifths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>half</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>three fifths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two thirds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>three quarters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>four fifths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nine tenths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one</source>
        <comment>the number; 1 where the word would be inflected</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two</source>
        <comment>the number; 2 where the word would be inflected</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>three</source>
        <comment>the number; 3 where the word would be inflected</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>four</source>
        <comment>the number; 4 where the word would be inflected</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>five</source>
        <comment>the number; 5 where the word would be inflected</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>six</source>
        <comment>the number; 6 where the word would be inflected</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seven</source>
        <comment>the number; 7 where the word would be inflected</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eight</source>
        <comment>the number; 8 where the word would be inflected</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nine</source>
        <comment>the number; 9 where the word would be inflected</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ten</source>
        <comment>the number; 10 where the word would be inflected</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eleven</source>
        <comment>the number; 11 where the word would be inflected</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>twelve</source>
        <comment>the number; 12 where the word would be inflected</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the minute</source>
        <comment>as in: a quarter of the minute</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the hour</source>
        <comment>as in: a quarter of the hour</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the day</source>
        <comment>as in: a quarter of the day</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the year</source>
        <comment>as in: a quarter of the year</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>the {number} minute(s)</source>
        <comment>as in: a quarter of …</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the {number} hour(s)</source>
        <comment>as in: a quarter of …</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the {number} day(s)</source>
        <comment>as in: a quarter of …</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the {number} year(s)</source>
        <comment>as in: a quarter of …</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>the whole minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the whole hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the whole day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the whole year</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>all {number} minute(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all {number} hour(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all {number} day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all {number} year(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>under 1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over 99 %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the next field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another choice, where a few stand side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the list of accelerators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back what cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the plan&apos;s line, or the read-out, by a little</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move it by a lot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the plan where the line is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the line back, or end the read-out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look closer, or from further away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See all of the chart again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the chart&apos;s numbers as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the map: read the next cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On What matters: read the next bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On What matters: read the first or the last bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the cell of a candidate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the candidate, or the pinned plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the pinned plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the pinned plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the pinned plan to another place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the chosen rows or columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On Check: unfold or fold a group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On Check: search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they do</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>The advisor cannot start: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window needs</source>
        <comment>goes on: system packages that are missing here</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{purpose} system packages that are missing here; install them with: {command}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{purpose} system libraries that are missing here; on Debian or Ubuntu they come with: {command}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no screen to open a window on (DISPLAY is not set or does not answer); start it from a desktop, or ask for the answer as text with the option --headless PLAN</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Loss in nats per token, for English text like the study’s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to date · {milliseconds} ms · law: {law}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>law: {law}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{fields} and {last}</source>
        <comment>names of fields: Time, Price and Size</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the last good answer: the newest plan could not be calculated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the last good answer, for {time}. Correct {fields} to update it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the last good answer. Correct {fields} to update it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) to correct: {fields}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The calculation failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>showing the last good answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{failure}. The answer above it is right; any edit tries the page again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is up to date · this page could not be calculated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer yet: correct {fields}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer yet: the calculation failed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Student fields</name>
    <message>
        <source>Student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must fit in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bits per weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width / depth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FFN ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FFN matrices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Served</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many parameters the model has that ships, such as 7B or 300M. “More” tells how they are counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embeddings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether a size includes the embeddings, the table that turns tokens into numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The memory for the weights on the device that runs the student, and how many bits each weight takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many tokens the student will read and write over its whole life.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many tokens the models look at together. Longer contexts make every token dearer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many different tokens the models know. A teacher can only be imitated token by token in its own vocabulary.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The width of the models, in units, for each layer they are deep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much wider the feed-forward part is than the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many matrices a feed-forward part has: three with a gate, else two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many query heads share one key and value head; 1 is plain attention.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>= {total} with embeddings, {size} without</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>= {size} without embeddings, {total} with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size is what model cards usually quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size is the count that the law uses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This size has {size} of weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fits: {size} of weights, working memory on top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too large: {size} of weights; {largest} would fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>= {number} tokens at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>= {number} different tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The default is as in the study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cost of serving is left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>= {tokens} tokens over its life</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the student as large as fits: {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the largest size that fits</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Student page</name>
    <message>
        <source>Which size of student costs least over its whole life?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student size, parameters without embeddings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training and serving, FLOPs, for a loss of {loss} (lower is better)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This plan: {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for training</source>
        <comment>compute</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for serving</source>
        <comment>compute</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lifetime compute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} costs about the least over its life: {flops} to reach {loss} and serve {tokens} tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serving {tokens} tokens favours a smaller student: {best} reaches {loss} with {best_flops} in all, {size} with {flops}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Even serving {tokens} tokens, a larger student pays: {best} reaches {loss} with {best_flops} in all, {size} with {flops}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least: {size}, {flops}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot reach {loss}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every size is trained until it reaches {loss}, then serves {tokens} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A token served takes a third of the compute of a token trained on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no compute is enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is this the right size of student for the budget?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student loss, nats per token (lower is better)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>90 % range of this plan’s method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>90 % range of training directly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>student tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of weights at {bits}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best: {size}, {loss}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As good: {smallest} to {largest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fits in {memory}: up to {size}</source>
        <comment>memory: such as 8 GB at 4 bits</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <comment>as in: no student tokens</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too large to fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} has {memory} of weights at {bits}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} has {memory} of weights at {bits}, too large to fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} has {memory} of weights at {bits}, which fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every size has the same compute and text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models under {size} use accelerators less well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{how_good_the_size_is}; {others_do_as_well}; {distilling_would_suit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{how_good_the_size_is}; {others_do_as_well}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{memory} at {bits}</source>
        <comment>such as: 8 GB at 4 bits</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} is near the best size for {budget}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} is near the best size for {budget} of training directly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} is smaller than best for {budget}: {loss} against {best}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} is smaller than best for {budget} of training directly: {loss} against {best}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} is larger than best for {budget}: {loss} against {best}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} is larger than best for {budget} of training directly: {loss} against {best}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{loss} at {size} (larger than any tested)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{loss} at {size} (smaller than any tested)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{loss} at {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distilling would suit {size} ({loss})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{smallest} to {largest} do as well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{smallest} to {largest} do as well and fit in {memory}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} is the largest size that fits in {memory}: {loss}; the budget would suit {best} ({best_loss}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{largest} is the largest size that fits in {memory}: {largest_loss} against {loss} for {size}; the budget would suit {best} ({best_loss}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} does not fit in {memory}; {fitting}, the largest that does, reaches {fitting_loss} against {loss}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} does not fit in {memory}; {fitting}, the best size for {budget}, does and reaches {fitting_loss} against {loss}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} does not fit in {memory}; {fitting}, the best size for {budget} of training directly, does and reaches {fitting_loss} against {loss}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Teacher fields</name>
    <message>
        <source>Teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>will be stored anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>are stored already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Law</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>smallest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether a teacher is there already; otherwise its training is part of the cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the teacher predicts for each token of the student&apos;s text. Computing them costs a pass through the teacher; where they are stored anyway, they cost nothing here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many students the same teacher serves; they share the cost of training it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the outputs are computed once and stored for all students, on the same text; else each student pays for its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many different tokens the chosen candidate knows. Only a teacher with the student&apos;s vocabulary can be imitated token by token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most tokens a teacher that is not in the table may have been trained on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The smallest and the largest teacher to consider, without embeddings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The numbers in the formulas that predict losses, and where they come from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unused: the teacher costs nothing here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This student pays {outputs} of the outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pays {training} of the training, {outputs} of the outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <comment>as in: pays all of the outputs</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <comment>as in: pays nothing of the outputs</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a candidate in the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the student&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of {name}; the student has {own}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unused: the teacher is one of the candidates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>= at most {number} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters without embeddings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Busbridge 2025</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Busbridge 2025, as printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Teacher page</name>
    <message>
        <source>Teacher size, parameters without embeddings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <comment>of teachers, as an axis</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teacher loss, nats per token (stronger teachers on the left)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curve: the cheapest teacher of each loss, within the limits of the plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <comment>of teachers, as an axis</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>student loss</source>
        <comment>short name of a line</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with stored outputs</source>
        <comment>short name of a line</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <comment>as in: no student tokens</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which teacher is best for this budget?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student loss, nats per token (lower is better)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train directly: {loss}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>student tokens</source>
        <comment>after their number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best possible: {teacher}, {loss}</source>
        <comment>teacher: its size or loss; loss: the student&apos;s</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good enough: {low} to {high}</source>
        <comment>low, high: size or loss of teachers</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{teacher}, rank {rank}: {loss}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too strong for this student</source>
        <comment>teachers of a stretch of the axis</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too strong for this budget</source>
        <comment>teachers of a stretch of the axis</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too large for this budget</source>
        <comment>teachers of a stretch of the axis</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too weak to help</source>
        <comment>teachers of a stretch of the axis</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Even the best teacher, {name}, does not beat training directly: {ours} against {direct}, too close to call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Even the best teacher, {name}, does not beat training directly: {ours} against {direct}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is the only teacher size you allow: {ours} against {direct} by training directly, too close to call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is the only teacher size you allow: {ours} against {direct} by training directly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A {name} teacher is best ({low} to {high} do as well): {ours} against {direct} by training directly, too close to call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An {name} teacher is best ({low} to {high} do as well): {ours} against {direct} by training directly, too close to call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A {name} teacher is best; any from {low} to {high} does as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An {name} teacher is best; any from {low} to {high} does as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{statement}; training directly reaches {direct}, too close to call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{statement}.</source>
        <comment>statement: Your 8B is almost the best possible teacher</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your {name} is as good as any teacher could be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your {name} is almost the best possible teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your {name} is the best you have ({loss}), but a smaller one would reach {best}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your {name} is the best you have ({loss}), but a weaker one would reach {best}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your {name} is the best you have ({loss}), but a stronger one would reach {best}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{statement}; the {name} is worse than no teacher, because its outputs cost too much.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{statement}; the {name} is worse than no teacher, because it is too weak.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{statement}; the {name} is worse than no teacher, because it is too strong to imitate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of your teachers beats training directly: the best, the {name}, reaches {loss} against {direct}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of your teachers beats training directly: the best, the {name}, reaches {loss} against {direct}, too close to call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your {name} does not beat training directly: {loss} against {direct}, too close to call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your {name} does not beat training directly: {loss} against {direct}, because its outputs cost too much.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your {name} does not beat training directly: {loss} against {direct}, because it is too weak.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your {name} does not beat training directly: {loss} against {direct}, because it is too strong to imitate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outputs take {share} of the compute</source>
        <comment>what holds a teacher back</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too strong for this student to imitate</source>
        <comment>what holds a teacher back</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trained on {tokens} tokens only</source>
        <comment>what holds a teacher back</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too weak for this student</source>
        <comment>what holds a teacher back</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curve: a teacher of each size, trained on up to {tokens} tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curve: a teacher of each size, trained here on as many tokens as serve the student best.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With its outputs already stored, your {name} would come first ({loss}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teachers that share ranks, as in 1–2, are too close to tell apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Losses of your teacher: estimated as if trained on your text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Losses of your teachers: estimated as if trained on your text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Losses of {count} of your {all} teachers: estimated as if trained on your text.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Teacher table</name>
    <message>
        <source>Write a name of 1 to 200 characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size*</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A teacher that exists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters without embeddings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tokens it was trained on, such as 15T; or its loss on your text, such as 1.95</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss of the student it would teach, in nats per token; lower is better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 is the best of your teachers for this plan. Teachers that share ranks, as in 1–2, are closer than the law&apos;s error allows to tell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} parameters without embeddings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidates: teachers that exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add candidate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known models…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose from well-known open models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the candidate that has the keyboard (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidate {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unused: no teacher exists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet: any teacher may be chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>* Without embeddings; losses {estimated}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>* Without embeddings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tool bar</name>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goal seek</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>The plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you have: hardware, text, the student and the teacher. Write as you would say it, such as 3 weeks or 1.5B; every change is answered at once, and Undo takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether to distil, how likely that is right, and the four numbers for the meeting, each with its range. Amber notes say what makes it less sure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each page answers one question. Drag the orange line to try another budget, and open Check to see every formula. A “?” or F1 explains a word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: {text}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Undo</name>
    <message>
        <source>Add candidate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove candidate {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change candidate {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change {field}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag the student’s size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag the budget</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Warning</name>
    <message>
        <source>These coefficients are read as printed in the paper and contradict its own measurements by up to 5.9 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This answer rests on your own coefficients, &quot;{name}&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The study used one model shape, a context of 4,096 tokens and 32,168 vocabulary entries; yours differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tokens} student tokens are more than any in the study (512B): the real range may be wider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tokens} student tokens are fewer than any in the study (3.7B): nothing bounds the error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A {size} student is smaller than any in the study (143M to 12.6B): nothing bounds the error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An {size} student is smaller than any in the study (143M to 12.6B): nothing bounds the error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A {size} student is larger than any in the study (143M to 12.6B): nothing bounds the error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An {size} student is larger than any in the study (143M to 12.6B): nothing bounds the error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {name} teacher is stronger than any in the study: the real range may be wider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {name} teacher is weaker than any in the study: the real range may be wider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {name} teacher is larger than any in the study: the real range may be wider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {name} teacher is smaller than any in the study: the real range may be wider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {name} teacher has seen more text than any in the study: the real range may be wider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This compares the loss on text like yours; later studies saw distilled students gain more on other tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {name} teacher is stronger than this student can use: a weaker one gains {gain} nats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of your teachers is worth using here: training directly does at least as well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No teacher helps here: training directly does at least as well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No teacher is worth paying for here: training directly does at least as well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} of the budget ({compute}) is left over: the text runs out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearly all of the budget ({compute}) is left over: the text runs out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This counts {share} of the teacher&apos;s training, which takes {time} here in full</source>
        <comment>here: on the hardware of the plan</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This counts {share} of the teacher&apos;s training, which takes {compute} in full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best teacher is the largest you allow; a wider range may do better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best teacher is the smallest you allow; a wider range may do better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This assumes a teacher trained on {tokens} tokens, the most you allow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The existing teachers listed are ignored, because the plan says none exists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has another vocabulary than the student: outputs cannot be matched token by token, which the law assumes, unless the student takes it over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} have another vocabulary than the student: outputs cannot be matched token by token, which the law assumes, unless the student takes it over</source>
        <comment>names: such as A, B and C</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the {name} shares the student&apos;s tokenizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss of the {name} is estimated as if trained on your text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The losses of {names} are estimated as if trained on your text</source>
        <comment>names: such as A, B and C</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n of your teachers</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{first}, {second} and {third}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} and {second}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A {size} student does not fit in {memory} GB at {bits} bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An {size} student does not fit in {memory} GB at {bits} bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The student&apos;s text is seen {times} times; beyond 16 passes hardly anything is gained and harm is possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The student&apos;s text is seen {times} times; what that is worth when distilling is an assumption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The student&apos;s text is seen {times} times; after four, each pass adds less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The teacher&apos;s text is seen {times} times; beyond 16 passes hardly anything is gained and harm is possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The teacher&apos;s text would be seen {times} times; beyond 16 passes hardly anything is gained and harm is possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The teacher&apos;s text is seen {times} times; what that is worth when distilling is an assumption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The teacher&apos;s text would be seen {times} times; what that is worth when distilling is an assumption</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>What matters page</name>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In this plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss distilled, nats per token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss trained directly, nats per token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gain of distilling, nats per token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would change the choice?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train directly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too close to call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distil</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This plan: {gain}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes the choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <comment>answers: Changes the choice</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {low} to {high}, in this plan {planned}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tried}. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{range}: {choice}</source>
        <comment>as in: under 21 %: too close to call</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{input} at {value}: direct {direct}, and no teacher can be paid for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{input} at {value}: distil {distilled}, direct {direct}, gain {gain}: {choice}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coefficients of the law, over their published 90 % intervals, taken alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coefficients of your law, over the 90 % intervals of its fit, taken alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No intervals are known for the coefficients of your law</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One input moves at a time, all else stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prices change what it costs, not which choice is better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hardly any effect here: {inputs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The choice changes at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gain there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distil</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too close to call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train directly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distil from the {teacher}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <comment>part of an input&apos;s range</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here, taken alone, would {effect}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of all this only the law&apos;s {coefficients} would {effect}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>No input would {effect}; {count} of the law&apos;s coefficients, each taken alone, would.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Only {inputs} would {effect}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the inputs only {inputs} would {effect}; so would one of the law&apos;s coefficients, taken alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Of the inputs only {inputs} would {effect}; so would {count} of the law&apos;s coefficients, each taken alone.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{first}, {second}, or one other input here, would {effect}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{first}, {second}, or any of {count} other inputs here, would {effect}.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{input} {range}</source>
        <comment>as in: utilisation under 21 %</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} or {second}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change the choice</source>
        <comment>stands for {effect} after: would</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make distilling clearly better</source>
        <comment>stands for {effect} after: would</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make training directly clearly better</source>
        <comment>stands for {effect} after: would</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>settle it</source>
        <comment>stands for {effect} after: would</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least possible loss, E</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size term, A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text term, B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size exponent, α</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text exponent, β</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joint exponent, γ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distilled size term, A′</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distilled text term, B′</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distilled size exponent, α′</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distilled text exponent, β′</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distilled joint exponent, γ′</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teacher&apos;s weight, c₀</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Depth of the capacity gap, c₁</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the capacity gap, f₁</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place of the capacity gap, d₁</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The 90 % interval of the fit; all else stays, although coefficients move together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compute</source>
        <comment>within a sentence</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a quarter less compute than planned to half as much again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time</source>
        <comment>within a sentence</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projects end a quarter sooner or take half as long again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A measured speed holds for the whole job within about a tenth.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured speed</source>
        <comment>within a sentence</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The low and the high preset for these accelerators, from published training runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published training runs spread from {low} to {high} times the typical share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Utilisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>utilisation</source>
        <comment>within a sentence</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half as many accelerators may be free, or twice as many.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accelerators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the number of accelerators</source>
        <comment>within a sentence</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number of accelerators</source>
        <comment>in a list</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restarts, pilots and evaluations may take nothing, or up to {share} of the time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time lost to restarts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time lost to restarts</source>
        <comment>within a sentence</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collecting and cleaning may leave half the text, or find twice as much.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>student text</source>
        <comment>within a sentence</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teacher text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>teacher text</source>
        <comment>within a sentence</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most text for a teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the most text for a teacher</source>
        <comment>within a sentence</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>most text for a teacher</source>
        <comment>in a list</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The longest training of any teacher that can be had may be half or double this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>student size</source>
        <comment>within a sentence</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next smaller and the next larger model of a family are about half and double the size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Students sharing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the number of students sharing</source>
        <comment>within a sentence</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number of students sharing</source>
        <comment>in a list</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other students may not come, or twice as many may share the teacher.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outputs already stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the share of outputs already stored</source>
        <comment>within a sentence</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of outputs already stored</source>
        <comment>in a list</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Someone may have stored the teacher&apos;s outputs on this text, or what was stored may prove unusable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss of the {teacher}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the loss of the {teacher}</source>
        <comment>within a sentence</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss of the {teacher}</source>
        <comment>in a list</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimated from its size and training text; nine in ten estimates are this close.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bars are on the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at a bar, or use the arrow keys, to read it</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Show the widest %n</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all %n</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>What matters, one bar for each input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up and down move from bar to bar, left and right along a bar</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Workbook</name>
    <message>
        <source>parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nats per token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distil</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train directly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too close to call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <comment>name of a sheet</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What matters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low end, 90 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High end, 90 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower is better. Losses compare only on text like the study&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chance that distilling is better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss of distilling minus training directly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute to spend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would change it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute for direct training to be as good, against this plan&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No budget reaches this loss directly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out of reach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this rests on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Law</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source of its numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error of the law</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan</source>
        <comment>name of a sheet</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every input of the plan, by its name in the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value as said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Origin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Existing teachers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ignored, because the plan says that no teacher exists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size, parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained on, tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss, nats per token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vocabulary, entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The student&apos;s</source>
        <comment>vocabulary</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same over: {axis}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low end, 90 % range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High end, 90 % range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points and lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More about it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training directly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stretch of the axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{values}. {low} below zero, {high} above; grey: {undecided}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Down: {down}. Across: {across}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What matters</source>
        <comment>name of a sheet</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input, moved alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gain at worst, nats per token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gain at best, nats per token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change at worst, against this plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change at best, against this plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The choice changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its range and why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change of the gain of distilling, nats per token (zero: this plan)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gain of distilling in this plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{choice}: gain from and to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <comment>name of a sheet</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <comment>name of a sheet</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to know when comparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differences are against this plan; bold marks the best of a row where one is ahead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teacher size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference from this plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over 99 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under 1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The teacher and its stored outputs exist already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The teacher exists; its outputs must be computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The teacher must be trained; its outputs are stored and many students share them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The teacher must be trained for this student alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenarios</source>
        <comment>name of a sheet</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every way to train this student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All on the same compute and text, each with the best teacher it can have. Rank 1 has the lowest loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{meaning}: no teacher can be paid for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Against training directly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teacher size, parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teacher trained on, tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teacher loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is paid for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best that this plan can have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distil from the best possible teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distil from {teacher}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{outputs} of the teacher&apos;s outputs and {training} of its training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student loss, nats per token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where its loss comes from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stated in the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimated as if trained on your text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <comment>no teacher</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule</source>
        <comment>name of a sheet</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost, {currency}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start, days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time, days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time, hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counted for this student, hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute, FLOPs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counted, FLOPs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Energy, kWh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CO₂e, kg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory, storage and what else to know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budget</source>
        <comment>name of a sheet</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teacher</source>
        <comment>name of a sheet</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student</source>
        <comment>name of a sheet</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map</source>
        <comment>name of a sheet</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last good answer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
