/// The exercise that a new one begins as, with every key explained.
enum ExerciseTemplate {
  /// The text.
  ///
  /// - Parameter schema: where the JSON Schema is; nil if there is none.
  static func text(schema: String?) -> String {
    let place = schema ?? "exercise.schema.json"
    return "# yaml-language-server: $schema=\(place)\n" + start + exercise + proof
  }

  private static let start = """
    #
    # An exercise for Percept. It works as it is: change it piece by piece, and look at it with
    #   percept check FILE
    # The name of the exercise is that of the file. FORMAT.md beside the presets explains all keys.

    # The start, as in every preset. What is not said keeps its usual value.
    format: 1
    title: One switch
    description: Six units in a row, and all they draw is a straight line.
    seed: 11                        # draws points, weights and order; one seed for all
    data:
      set: circle
      noise: 0                      # in per cent
    features: [x1, x2]
    network:
      hidden: [6]                   # units of each hidden layer; [] for none
      activation: linear
      initialization: xavier
    training:
      learning-rate: 0.03
      batch-size: 10


    """

  private static let exercise = """
    # What makes it an exercise.
    exercise:
      version: 1                    # raise it when the start, allow, questions or goals change
      chapter: A                    # 0, A to J: where it stands in the list
      concept: a stack of linear layers is linear
      course:                       # where the course treats it
        - "My course, lecture 3: activation functions"
      difficulty: 1                 # 1 easy … 5
      minutes: 8
      task: |
        Plain text in paragraphs; it wraps at any width.

        Let the points be called ● and ○, for not everyone sees colours. Train the network, see
        what it can draw, and change the one thing that lets it do better.

      # What a preset can't say of the start; all of it can be left out.
      # start:
      #   parameters: [0.5, -0.5, 1]  # all first parameters: of each layer, unit by unit its
      #                               # incoming weights, then the layer's biases
      #   frozen: [3]                 # places of parameters that no step changes, from 1
      #   view: layers                # the view that is shown: map, loss, layers, …

      # All that may be changed; everything else is locked. Start anew, undo, going back in time and
      # the views are always free.
      allow:
        - train                     # words: train, new-weights, new-data, draw-points,
                                    # edit-weights, freeze, kill
        - network.activation: [linear, tanh, relu]    # a setting with the values it may be given;
                                                      # without a list, any value
      # Conditions that no change may break.
      # limits: [hidden-layers <= 2, parameters <= 60]
      changes: restart              # a change begins a new run; live: it acts in the course of it

      questions:
        - id: p1                    # a short name, for tables
          when: before              # before the first step, for good; after: once goals are reached
          ask: What can six linear units draw between ● and ○?
          choices: [a circle, a straight line, six lines]    # called a, b, c …
          answer: b
          explanation: Sums of sums are sums, so the whole network is one linear function.
          reveal: end               # now: right or wrong is told at once
        - id: q1
          when: after
          ask: The largest slope of the sigmoid is …
          answer: 0.25              # without choices, a number
          tolerance: 2%             # or 0.01: how far off it may be
          explanation: Its slope is s (1 − s), which is largest at s = 1/2.

      goals:
        - text: Test loss at most 0.05 after 100 epochs
          needs: [test-loss <= 0.05]    # all of them at the same moment; also “<= 0.5 of start” and
                                        # settings, as in network.activation = tanh
          at: 100                   # at the end of that epoch; within: 100, at some epoch up to it
          # hold: 5                 # for so many epochs in a row
          # seeds: {of: 5, pass: 4} # with so many seeds of weights and order too
        - text: Without a second run
          needs: [test-loss <= 0.05, runs <= 1]
          at: 100
          medal: gold               # a bonus: bronze, silver or gold

      hints:                        # one after the other; the last one may tell it all
        - Two linear layers after each other are again a linear layer.
        - Something between the layers has to bend.
        - Give the hidden layer another activation, and train for 100 epochs.
      explanation: |
        Shown after passing. The bend of the activation is what lets layers add up to curves.
      teacher: |
        For you alone. Ask for a show of hands before the first run.


    """

  private static let proof = """
      # What “percept check” proves: the start fails, this passes, and the near misses fail. Lines are
      # actions (set KEY VALUE, add-unit 0, reset, new-weights, …), train N for N epochs, step N.
      solution:
        answers: {p1: b, q1: 0.25}
        do: [set network.activation tanh, train 100]
      near-misses:
        - because: stopped too early
          do: [set network.activation tanh, train 20]
        - because: another lever than the one that it is about
          do: [set training.learning-rate 0.3, train 100]

    """
}
