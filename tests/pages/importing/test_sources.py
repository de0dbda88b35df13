from pathlib import Path

import pytest

from pages.importing import limits
from pages.importing.sources import Kind, UnusableFolder, find_sources, list_folder


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")


def names(folder: Path, paths: tuple[Path, ...]) -> list[str]:
    return [str(path.relative_to(folder)) for path in paths]


def test_notes_of_every_kind_are_found_in_nested_folders_in_natural_order(tmp_path):
    make(tmp_path, "nota 10.docx", "nota 2.MD", "2026/noviembre/nota 1.Txt", "Nota 1.DOCX")
    assert [(str(source.path.relative_to(tmp_path)), source.kind) for source in find_sources(tmp_path)] == [
        ("2026/noviembre/nota 1.Txt", Kind.TEXT),
        ("Nota 1.DOCX", Kind.DOCX),
        ("nota 2.MD", Kind.MARKDOWN),
        ("nota 10.docx", Kind.DOCX),
    ]


def test_what_nobody_wrote_is_ignored(tmp_path):
    make(tmp_path, "~$nota.docx", "~WRL0001.tmp", ".oculta.docx", ".git/nota.txt", "Thumbs.db", "__MACOSX/._a.docx")
    listing = list_folder(tmp_path)
    assert (listing.sources, listing.unsupported, listing.orphan_photos) == ((), (), ())


@pytest.mark.parametrize(
    ("name", "advice"),
    [("a.doc", "Word"), ("a.PDF", "PDF"), ("a.odt", ".docx"), ("a.tif", ".jpg"), ("a.xlsx", "No es una nota")],
)
def test_an_unsupported_file_is_reported_with_what_to_do(tmp_path, name, advice):
    make(tmp_path, name)
    (unsupported,) = list_folder(tmp_path).unsupported
    assert unsupported.path.name == name
    assert advice in unsupported.advice


@pytest.mark.parametrize(
    "photo",
    [
        "nota 12.jpg",
        "NOTA 12.JPEG",
        "nota 12-1.png",
        "nota 12 (2).JPG",
        "nota 12(3).jpg",
        "nota 12_foto.heic",
        "nota 12 foto 02.webp",
        "Nóta_12-3.jpg",
        "nota 12/DSC_0001.JPG",
        "Nota 12 fotos/entrega/DSC_0001.JPG",
    ],
)
def test_a_photo_belongs_to_the_note_whose_name_it_bears(tmp_path, photo):
    make(tmp_path, "nota 12.docx", photo)
    (source,) = find_sources(tmp_path)
    assert names(tmp_path, source.photos) == [photo]


def test_photos_in_the_notes_own_folder_belong_to_it(tmp_path):
    make(tmp_path, "NP 045/NP 045.docx", "NP 045/IMG_0001.jpg")
    (source,) = find_sources(tmp_path)
    assert names(tmp_path, source.photos) == ["NP 045/IMG_0001.jpg"]


@pytest.mark.parametrize(
    "photo", ["nota 123.jpg", "nota 1.jpg", "otra.jpg", "nota 12 entrega.jpg", "aparte/nota 12.jpg"]
)
def test_a_photo_of_another_name_is_an_orphan(tmp_path, photo):
    make(tmp_path, "nota 12.docx", photo)
    listing = list_folder(tmp_path)
    assert listing.sources[0].photos == ()
    assert names(tmp_path, listing.orphan_photos) == [photo]


def test_the_longest_name_wins_and_photos_keep_natural_order(tmp_path):
    make(tmp_path, "nota 1.docx", "nota 1-2.docx", "nota 1-2.jpg", "nota 1-10.jpg", "nota 1-3.jpg")
    photos = {source.path.name: names(tmp_path, source.photos) for source in find_sources(tmp_path)}
    assert photos == {"nota 1.docx": ["nota 1-3.jpg", "nota 1-10.jpg"], "nota 1-2.docx": ["nota 1-2.jpg"]}


def test_accents_written_apart_by_a_mac_are_the_same_name(tmp_path):
    make(tmp_path, "sesio\u0301n.docx", "sesión.jpg")
    (source,) = find_sources(tmp_path)
    assert names(tmp_path, source.photos) == ["sesión.jpg"]


def test_links_out_of_the_folder_are_not_followed(tmp_path):
    make(tmp_path, "fuera/secreto.docx", "dentro/nota.txt")
    (tmp_path / "dentro" / "enlace.docx").symlink_to(tmp_path / "fuera" / "secreto.docx")
    (tmp_path / "dentro" / "carpeta").symlink_to(tmp_path / "fuera", target_is_directory=True)
    assert [source.path.name for source in find_sources(tmp_path / "dentro")] == ["nota.txt"]


def test_a_folder_that_does_not_exist_is_told_in_spanish(tmp_path):
    with pytest.raises(UnusableFolder, match="No existe la carpeta"):
        find_sources(tmp_path / "no")


def test_a_folder_with_too_many_files_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "MAX_FOLDER_FILES", 3)
    make(tmp_path, "1.txt", "2.txt", "3.txt")
    assert len(find_sources(tmp_path)) == 3
    make(tmp_path, "4.txt")
    with pytest.raises(UnusableFolder, match="más de 3 archivos"):
        find_sources(tmp_path)
