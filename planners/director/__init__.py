"""The director: planning with a language model over the rules planner's draft, node by node.

Every node is a plain function `(State, Asker) -> Partial State`. It shows the model what the rules understood, takes
a typed answer, checks it, and merges it with pure functions; when no good answer comes, the rules' result stands
and a note says so. Nothing of a story or of an answer can do more than fill the closed fields of those answers.
"""
