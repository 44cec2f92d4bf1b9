import Engine

/// A trained network as a program that evaluates it with NumPy alone, from its description in JSON.
///
/// The program reads descriptions of other networks as well, which makes it the shortest account of
/// what the JSON means.
enum NumPyCode {
  /// The program of one network, whose description stands in it.
  static func program(_ network: TrainedNetwork) -> [String] {
    // An apostrophe could end Python's text; JSON has another spelling for it.
    let json = network.json.page.replacing(scalar: "'", with: "\\u0027")
    return AnswerCode(network).header("NumPy", otherNetworks: true)
      + [
        "import csv", "import errno", "import json", "import math", "import os", "import sys", "",
        "import numpy as np", "",
        "network = json.loads(r'''",
      ] + json.split(separator: "\n").map(String.init) + [
        "''')", "if sys.argv[1:] and sys.argv[1].endswith(\".json\"):",
        "    with open(sys.argv.pop(1), encoding=\"utf-8\") as file:",
        "        network = json.load(file)", "", "",
      ] + evaluation + ["", ""] + AnswerCode.run
  }

  /// From the names of the columns to the answers.
  private static let evaluation = #"""
    def near(x):  # beyond 1e5 a sine has no digit left that means anything
        return np.where(np.abs(x) <= 1e5, x, np.nan)


    CALLS = {
        "+": np.add, "-": np.subtract, "*": np.multiply, "/": np.divide,
        "^": np.power, "negative": np.negative, "exp": np.exp, "log": np.log,
        "sqrt": np.sqrt, "abs": np.abs, "tanh": np.tanh, "sign": np.sign,
        "min": np.minimum, "max": np.maximum, "sin": lambda x: np.sin(near(x)),
        "cos": lambda x: np.cos(near(x)), "tan": lambda x: np.tan(near(x)),
    }
    ACTIVATIONS = {
        "linear": lambda z: z,
        "relu": lambda z: np.maximum(z, 0),
        "leaky-relu": lambda z: np.where(z > 0, z, 0.01 * z),
        "elu": lambda z: np.where(z > 0, z, np.expm1(z)),
        "selu": lambda z: np.where(
            z > 0, 1.0507009873554805 * z, 1.7580993408473766 * np.expm1(z)
        ),
        "gelu": lambda z: z * (1 + np.vectorize(math.erf)(z / 2**0.5)) / 2,
        "silu": lambda z: z / (1 + np.exp(-z)),
        "softplus": lambda z: np.logaddexp(0, z),
        "sigmoid": lambda z: 1 / (1 + np.exp(-z)),
        "tanh": np.tanh,
        "sin": np.sin,
        "step": lambda z: (z > 0) * 1.0,
        "softmax": lambda z: np.exp(z - z.max(1, keepdims=True))
        / np.exp(z - z.max(1, keepdims=True)).sum(1, keepdims=True),
    }


    def single(x):  # as Percept rounds it
        return np.float64(np.float32(x))


    def feature(tree, x1, x2):
        if isinstance(tree, list):
            return CALLS[tree[0]](*(feature(part, x1, x2) for part in tree[1:]))
        return {"x1": x1, "x2": x2}[tree] if isinstance(tree, str) else np.float64(tree)


    def normalized(z, norm):
        if norm is None:
            return z
        mean, variance = z.mean(1, keepdims=True), z.var(1, keepdims=True)
        if norm["kind"] == "batch":
            mean, variance = norm["running_mean"], norm["running_var"]
        z = (z - mean) / np.sqrt(np.add(variance, norm["epsilon"]))
        return z * norm["weight"] + norm["bias"]


    def layer(x, level):
        weight, bias = np.array(level["weight"], float), np.array(level["bias"])
        fitted = np.zeros((len(x), len(bias)))
        shared = min(x.shape[1], len(bias))
        fitted[:, :shared] = x[:, :shared]
        act, norm = ACTIVATIONS[level["activation"]], level.get("norm")
        if level["wiring"].startswith("ode"):
            h, dt = fitted, 1 / level["steps"]
            for _ in range(level["steps"]):
                k1 = act(h @ weight.T + bias)
                if level["wiring"] == "ode-euler":
                    h = h + dt * k1
                    continue
                k2 = act((h + dt / 2 * k1) @ weight.T + bias)
                k3 = act((h + dt / 2 * k2) @ weight.T + bias)
                k4 = act((h + dt * k3) @ weight.T + bias)
                h = h + dt / 6 * (k1 + 2 * k2 + 2 * k3 + k4)
            a = normalized(h, norm)
        else:
            a = act(normalized(x @ weight.T + bias, norm))
        if level["wiring"] == "residual":
            a = a + fitted
        return a * level.get("mask", 1)


    def outputs(*columns):
        """What the output units give for points, [point, output]."""
        with np.errstate(all="ignore"):
            places = [
                single((np.asarray(values, float) - about["shift"]) * about["factor"])
                for values, about in zip(columns, network["columns"])
            ]
            x1, x2 = places if len(places) > 1 else (places[0], np.zeros(len(places[0])))
            x = np.zeros((len(x1), len(network["features"])))
            for k, about in enumerate(network["features"]):
                x[:, k] = feature(about["tree"], x1, x2)
                if "limit" in about:
                    x[:, k] = np.clip(np.nan_to_num(x[:, k]), -about["limit"], about["limit"])
            x = single(x)
            if "standardizer" in network:
                about = network["standardizer"]
                x = (x - about["mean"]) / about["deviation"]
            for level in network["layers"]:
                x = layer(x, level)
        return x


    def answers(given):
        """The class or the number that outputs stand for, point by point."""
        answer = network["answer"]
        if answer["kind"] == "number":
            return (answer["shift"] + answer["factor"] * given[:, 0]).tolist()
        if answer["by"] == "sign":
            return [answer["classes"][int(a > 0)] for a in given[:, 0]]
        return [answer["classes"][k] for k in given.argmax(axis=1)]


    NAMES = [column["name"] for column in network["columns"]]
    POINTS = np.array(network["check"]["inputs"]).reshape(-1, len(NAMES))
    EXPECTED = np.array(network["check"]["outputs"])
    """#.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
}
