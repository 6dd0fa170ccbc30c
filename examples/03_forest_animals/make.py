"""Makes this example's film through the Python API."""

from pathlib import Path

from agent import StoryAgent

if __name__ == "__main__":
    film = StoryAgent().make(Path(__file__).with_name("story.yaml"), out="runs/03_forest_animals")
    print(film.video)
    for what in film.downgrades:
        print("-", what)
