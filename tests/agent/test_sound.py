"""Sound is where it should be, as loud as it should be, and fits its room."""

from pathlib import Path

import numpy as np
import pytest

from agent.sound.effects import EFFECTS, effect
from agent.sound.mix import Clip, Effect, Meter, mix
from agent.sound.music import MOODS, bed
from agent.sound.speech import mouth, speak
from agent.sound.wav import RATE, WavReader, write_wav
from planners import Voice

LINE = "At dusk, Mara the lighthouse keeper found a wounded fox on the beach."


def say(text: str, *, room: float = 20.0, voice: Voice | None = None, language: str = "en", engine: str = "hibari"):
    return speak(text, voice or Voice(), engine=engine, language=language, room=room, seed=3)


def pitch(samples: np.ndarray) -> float:
    """Median fundamental in Hz by autocorrelation over voiced blocks."""
    found = []
    for first in range(0, len(samples) - 4096, 4096):
        block = samples[first : first + 4096]
        if np.sqrt(np.mean(block**2)) < 0.03:
            continue
        lags = np.correlate(block, block, "full")[4095:]
        low, high = RATE // 400, RATE // 70
        found.append(RATE / (low + int(np.argmax(lags[low:high]))))
    return float(np.median(found))


def test_a_line_is_spoken_whole_and_the_same_again() -> None:
    once, again = say(LINE), say(LINE)
    assert once.samples is not None
    assert again.samples is not None
    assert 2.5 < once.seconds < 7
    assert np.array_equal(once.samples, again.samples)


def test_pitch_sets_voices_apart_while_the_pace_stays() -> None:
    low, high = say(LINE, voice=Voice(pitch=0.8)), say(LINE, voice=Voice(pitch=1.2))
    assert low.samples is not None
    assert high.samples is not None
    assert pitch(high.samples) > 1.25 * pitch(low.samples)
    assert abs(low.seconds / high.seconds - 1) < 0.2


def test_speech_is_hurried_into_its_room_and_says_so() -> None:
    free = say(LINE)
    tight = say(LINE, room=free.seconds * 0.75)
    assert tight.seconds <= free.seconds * 0.8
    assert any("hurried" in what for what in tight.downgrades)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"engine": "none"}, "subtitles only"),
        ({"engine": "nobody"}, "'nobody' is not installed"),
        ({"language": "fr"}, "speaks English only"),
        ({"text": "***"}, "nothing to say"),
    ],
)
def test_a_missing_voice_is_named(arguments: dict[str, str], words: str) -> None:
    spoken = say(**{"text": LINE, **arguments})
    assert spoken.samples is None
    assert words in spoken.downgrades[0]


def test_the_mouth_is_closed_in_silence_and_open_in_speech() -> None:
    tone = 0.3 * np.sin(2 * np.pi * 200 * np.arange(RATE) / RATE).astype(np.float32)
    track = mouth(np.concatenate([np.zeros(RATE, np.float32), tone]), fps=24)
    assert len(track) == 48
    assert set(track[:23]) == {0}
    assert min(track[25:]) >= 2


@pytest.mark.parametrize("mood", sorted(MOODS))
def test_music_has_exactly_its_length_and_ends_quietly(mood: str) -> None:
    music = bed(mood, 7.3, seed=1)
    assert music.shape == (round(7.3 * RATE), 2)
    assert np.sqrt(np.mean(music[RATE : 5 * RATE] ** 2)) > 0.02
    assert np.abs(music[-200:]).max() < 0.02
    assert np.array_equal(music, bed(mood, 7.3, seed=1))


def test_moods_sound_different() -> None:
    spectra = [np.abs(np.fft.rfft(bed(mood, 4, 1)[:, 0]))[:8000] for mood in sorted(MOODS)]
    likeness = np.corrcoef(spectra)
    assert np.median(likeness[np.triu_indices(len(spectra), 1)]) < 0.7


@pytest.mark.parametrize("name", sorted(EFFECTS))
def test_effects_sound_and_do_not_clip(name: str) -> None:
    sound = effect(name, 4.0, seed=5)
    assert sound.shape == (4 * RATE, 2)
    assert 0.002 < float(np.sqrt(np.mean(sound**2))) < 0.3
    assert np.abs(sound).max() <= 1.0


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("mix")
    line = say(LINE).samples
    assert line is not None
    write_wav(folder / "line.wav", line)
    write_wav(folder / "music.wav", bed("calm", 20, 1))
    clips = [Clip(folder / "line.wav", 3.0), Clip(folder / "line.wav", 11.0)]
    mix(folder / "out.wav", 20.0, clips, [Clip(folder / "music.wav", 0.0)], [Effect("rain", 8.0, 6.0, 1)])
    return folder


def test_the_mix_has_length_loudness_and_peak(mixed: Path) -> None:
    reader = WavReader(mixed / "out.wav")
    assert (reader.frames, reader.channels) == (20 * RATE, 2)
    meter = Meter()
    meter.feed(reader.stereo(0, reader.frames))
    level = meter.result()
    assert abs(level.lufs + 16) <= 1
    assert level.peak_dbtp < -1


def test_music_ducks_under_speech(mixed: Path, tmp_path: Path) -> None:
    write_wav(tmp_path / "quiet.wav", np.zeros(3 * RATE, np.float32))
    music = [Clip(mixed / "music.wav", 0.0)]
    mix(tmp_path / "ducked.wav", 20.0, [Clip(tmp_path / "quiet.wav", 8.0)], music, [])
    track = WavReader(tmp_path / "ducked.wav")
    mix(tmp_path / "free.wav", 20.0, [], music, [])
    free = WavReader(tmp_path / "free.wav")

    def level(reader: WavReader, second: float) -> float:
        return float(np.sqrt(np.mean(reader.stereo(int(second * RATE), RATE) ** 2)))

    assert level(track, 9) / level(track, 4) < 0.5 * level(free, 9) / level(free, 4)


def test_a_silent_film_stays_silent(tmp_path: Path) -> None:
    level = mix(tmp_path / "out.wav", 6.0, [], [], [])
    assert level.lufs == -99.0
    assert WavReader(tmp_path / "out.wav").stereo(0, 6 * RATE).max() == 0


def test_the_meter_reads_a_reference_tone() -> None:
    """BS.1770: a 997 Hz sine at -20 dBFS in both channels reads -20.0 LUFS (+3.01 for two channels, -3.01 for rms)."""
    tone = 0.1 * np.sin(2 * np.pi * 997 * np.arange(10 * RATE) / RATE)
    meter = Meter()
    meter.feed(np.repeat(tone[:, None], 2, axis=1).astype(np.float32))
    assert abs(meter.result().lufs + 20.0) < 0.1


def test_a_long_effect_never_breaks_off(tmp_path: Path) -> None:
    mix(tmp_path / "long.wav", 62.0, [], [], [Effect("rain", 0.0, 62.0, 7), Effect("bell", 1.0, 60.0, 7)])
    heard = np.abs(WavReader(tmp_path / "long.wav").stereo(RATE, 60 * RATE)).reshape(600, -1).mean(axis=1)
    assert heard.min() > 0.3 * np.median(heard)
