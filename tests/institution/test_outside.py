"""Asking others' servers: never inside our own network, whatever a name is made to mean."""

import socket
import ssl
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from institution.outside import Door, Forbidden, resolved
from institution.rules.addresses import is_disguised, is_public

INSIDE = [
    "127.0.0.1", "127.9.9.9", "0.0.0.0", "0.1.2.3", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1",
    "169.254.169.254", "100.64.0.1", "100.127.255.255", "192.0.0.1", "192.0.2.1", "198.18.0.1", "198.51.100.1",
    "203.0.113.1", "192.88.99.1", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255",
    "::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:100.64.0.1", "::ffff:224.0.0.1",
    "fe80::1", "fe80::1%eth0", "fec0::1", "fc00::1", "fd12:3456::1", "ff02::1", "64:ff9b::a00:1", "2001:db8::1",
    "2002:7f00:1::", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "100::1", "", "nombre", "1.2.3", "2130706433",
]  # fmt: skip
OUTSIDE = ["8.8.8.8", "1.1.1.1", "190.119.0.1", "100.63.255.255", "100.128.0.1", "172.32.0.1", "2606:4700::1111",
           "::ffff:8.8.8.8"]  # fmt: skip


@pytest.mark.parametrize("address", INSIDE)
def test_what_is_not_one_machine_of_the_internet_is_not_public(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", OUTSIDE)
def test_what_is_of_the_internet_is_public(address):
    assert is_public(address)


@given(st.ip_addresses())
def test_nothing_that_python_calls_private_is_ever_public(address):
    assert not (is_public(str(address)) and (address.is_private or address.is_multicast or address.is_loopback))


@pytest.mark.parametrize(
    "host",
    ["2130706433", "0x7f000001", "0x7f.1", "0177.0.0.1", "127.1", "127.0.0.01", "1.2.3.4.", "a.0x1", "300.1.1.1"],
)
def test_an_address_in_disguise_is_known(host):
    assert is_disguised(host)


@pytest.mark.parametrize("host", ["8.8.8.8", "example.pe", "1.example.pe", "::1", "x0.pe"])
def test_a_name_and_a_plain_address_are_no_disguise(host):
    assert not is_disguised(host)


def names(*answers: list[str]):
    """A resolver that answers each time what is next, and remembers how often it was asked."""

    def resolve(host: str, port: int) -> list[str]:
        resolve.asked += 1
        return answers[min(resolve.asked, len(answers)) - 1]

    resolve.asked = 0
    return resolve


@pytest.fixture
def reached(monkeypatch) -> list[tuple[str, int]]:
    """Where a connection was tried; nothing leaves this machine."""
    tried: list[tuple[str, int]] = []

    def connect(address, timeout=None):
        tried.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "create_connection", connect)
    return tried


@pytest.mark.parametrize("answer", [[address] for address in INSIDE if address] + [["8.8.8.8", "127.0.0.1"]])
def test_a_name_that_leads_inside_is_refused_before_anything_is_sent(reached, answer):
    with pytest.raises(Forbidden):
        Door(seconds=1, resolve=names(answer)).connect(urlsplit("https://receptor.example.pe/"))
    assert reached == []


def test_a_name_that_changes_its_answer_is_asked_once_and_the_checked_address_is_used(reached):
    rebinding = names(["190.119.0.1"], ["127.0.0.1"])
    with pytest.raises(ConnectionRefusedError):
        Door(seconds=1, resolve=rebinding).connect(urlsplit("https://receptor.example.pe/"))
    assert (rebinding.asked, reached) == (1, [("190.119.0.1", 443)])
    with pytest.raises(Forbidden):
        Door(seconds=1, resolve=rebinding).connect(urlsplit("https://receptor.example.pe/"))
    assert len(reached) == 1


def test_another_of_its_addresses_is_tried_when_the_first_does_not_answer(reached):
    with pytest.raises(ConnectionRefusedError):
        Door(seconds=1, resolve=names(["2606:4700::1111", "190.119.0.1"])).connect(urlsplit("https://a.example.pe/"))
    assert [address for address, _port in reached] == ["2606:4700::1111", "190.119.0.1"]


@pytest.mark.parametrize(
    "address",
    ["http://receptor.example.pe/", "ftp://receptor.example.pe/", "https:///x", "https://u:c@receptor.example.pe/",
     "https://@receptor.example.pe/", "https://receptor.example.pe:22/", "file:///etc/passwd"],
)  # fmt: skip
def test_only_https_without_credentials_and_by_the_usual_ports(reached, address):
    with pytest.raises(Forbidden):
        Door(seconds=1, ports={443}, resolve=names(["190.119.0.1"])).connect(urlsplit(address))
    assert reached == []


def test_who_is_allowed_by_name_and_port_is_reached_wherever_it_is_and_no_other(reached):
    door = Door(seconds=1, ports={443}, allowed=["intranet:8080"], resolve=names(["10.0.0.9"]))
    with pytest.raises(ConnectionRefusedError):
        door.connect(urlsplit("http://intranet:8080/"))
    assert reached == [("10.0.0.9", 8080)]
    for other in ("http://intranet:8081/", "http://intranet.:8080/", "https://intranet/"):
        with pytest.raises(Forbidden):
            door.connect(urlsplit(other))


@pytest.mark.parametrize("host", ["2130706433", "0x7f.1", "127.1", "localhost"])
def test_the_systems_resolver_unmasks_every_disguise(host):
    with pytest.raises(Forbidden):
        Door(seconds=1).connect(urlsplit(f"https://{host}/"))
    assert resolved(host, 443)


def test_the_server_is_told_its_name_and_must_prove_it(monkeypatch):
    told: list[str] = []
    pair = socket.socketpair()
    monkeypatch.setattr(socket, "create_connection", lambda address, timeout=None: pair[0])

    def wrap(context, raw, server_hostname):
        told.append(server_hostname)
        assert context.check_hostname
        assert context.verify_mode == ssl.CERT_REQUIRED
        raise ssl.SSLError("no")

    monkeypatch.setattr(ssl.SSLContext, "wrap_socket", wrap)
    with pytest.raises(ssl.SSLError):
        Door(seconds=1, resolve=names(["190.119.0.1"])).connect(urlsplit("https://receptor.example.pe/"))
    assert told == ["receptor.example.pe"]
    assert pair[0].fileno() == -1  # closed
    pair[1].close()
