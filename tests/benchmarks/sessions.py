"""Many viewers at once, without their browsers: moves recorded from one browser, replayed over sockets."""

import asyncio
import itertools
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

# The answer that a run is over is small; larger messages are not worth the processor's time they take from the server.
SMALL_BYTES = 600
PATIENCE_SECONDS = 60.0
ANY_ERROR = "exception"


@dataclass
class Watch:
    """What sessions saw: seconds of each move, and what went wrong."""

    seconds: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    received: int = 0


@dataclass(frozen=True)
class Plan:
    """What one session does: its moves in turn, one every so many seconds, after a delay, until an end."""

    moves: Sequence[bytes]
    every: float
    delay: float
    end: float


def first_message() -> bytes:
    """Write what a browser sends first."""
    message = BackMsg()
    message.rerun_script.query_string = ""
    return message.SerializeToString()


async def replay(address: str, moves: list[bytes], sessions: int, every: float, seconds: float) -> Watch:
    """Open sessions one after the other and let each make a move every so many seconds.

    The clock of a move stops when the server says its run is over: all that the page is sent has been sent.
    """
    watch = Watch()
    url = f"ws://{address.removeprefix('http://')}/_stcore/stream"
    opened: list[websockets.ClientConnection] = []
    try:
        for _ in range(sessions):
            socket = await websockets.connect(url, subprotocols=[websockets.Subprotocol("streamlit")], max_size=None)
            opened.append(socket)
            await _run(socket, first_message(), watch)
        watch.seconds.clear()
        watch.received = 0
        end = time.monotonic() + seconds
        # Viewers do not move in step.
        pause = every / max(1, sessions)
        plans = (
            Plan(moves[n % len(moves) :] + moves[: n % len(moves)], every, n * pause, end) for n in range(sessions)
        )
        await asyncio.gather(*(_move(one, plan, watch) for one, plan in zip(opened, plans, strict=True)))
    finally:
        for socket in opened:
            await socket.close()
    return watch


async def repeat(
    address: str, messages: Sequence[bytes], pause: float, read_memory: Callable[[], float]
) -> tuple[float, float, list[str]]:
    """Send messages in one session, one every so many seconds; give the memory when it is open and at its end."""
    watch = Watch()
    url = f"ws://{address.removeprefix('http://')}/_stcore/stream"
    async with websockets.connect(url, subprotocols=[websockets.Subprotocol("streamlit")], max_size=None) as socket:
        await _run(socket, first_message(), watch)
        await asyncio.sleep(pause)
        before = read_memory()
        for message in messages:
            await _run(socket, message, watch)
            await asyncio.sleep(pause)
        return before, read_memory(), watch.faults


async def _move(one: websockets.ClientConnection, plan: Plan, watch: Watch) -> None:
    due = time.monotonic() + plan.delay
    for message in itertools.cycle(plan.moves):
        if due > plan.end:
            return
        await asyncio.sleep(max(0.0, due - time.monotonic()))
        await _run(one, message, watch)
        due = max(due + plan.every, time.monotonic())


async def _run(socket: websockets.ClientConnection, message: bytes, watch: Watch) -> None:
    began = time.perf_counter()
    await socket.send(message)
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not await _is_over(socket, watch):
                pass
    except TimeoutError:
        watch.faults.append(f"no answer within {PATIENCE_SECONDS:.0f} s")
    watch.seconds.append(time.perf_counter() - began)


async def _is_over(socket: websockets.ClientConnection, watch: Watch) -> bool:
    data = await socket.recv()
    watch.received += len(data)
    if len(data) > SMALL_BYTES or isinstance(data, str):
        return False
    message = ForwardMsg.FromString(data)
    kind = message.WhichOneof("type")
    if kind == "delta" and message.delta.new_element.WhichOneof("type") == ANY_ERROR:
        watch.faults.append(message.delta.new_element.exception.message)
    return kind == "script_finished"
