import CLI

Percept.launch()
