"""Writes the types of all view models for qmllint, from what Qt itself knows of the classes.

``python installer/qml_types.py FOLDER`` writes them below the QML import path ``FOLDER``.
"""

from __future__ import annotations

import inspect
import pkgutil
import sys
from importlib import import_module
from pathlib import Path
from typing import cast

from PySide6.QtCore import QByteArray, QMetaEnum, QMetaMethod, QMetaObject, QMetaProperty, QObject

from cdm_kiosk import viewmodels
from cdm_kiosk.viewmodels.shared.shown import QML_MODULE, ViewModel

TYPES = "viewmodels.qmltypes"
MODELS_MODULE = "QtQml"
"""Where QML's side of QAbstractItemModel is described."""


def describe_view_models(imports: Path) -> None:
    """Write, below the QML import path ``imports``, the type information of all view models."""
    module = imports.joinpath(*QML_MODULE.split("."))
    module.mkdir(parents=True)
    (module / "qmldir").write_text(f"module {QML_MODULE}\ndepends {MODELS_MODULE}\ntypeinfo {TYPES}\n", "utf-8")
    components = (_component(each) for each in _view_models())
    (module / TYPES).write_text(
        "\n".join(["import QtQuick.tooling 1.2", "Module {", *components, "}", ""]), "utf-8"
    )


def _view_models() -> list[type[QObject]]:
    """Every class of the view models' package that QML may name."""
    modules = (
        import_module(each.name) for each in pkgutil.walk_packages(viewmodels.__path__, "cdm_kiosk.viewmodels.")
    )
    classes = (each for module in modules for each in vars(module).values() if isinstance(each, type))
    named = {each for each in classes if issubclass(each, ViewModel) and each is not ViewModel}
    return sorted(named, key=lambda each: each.__name__)


def _component(view_model: type[QObject]) -> str:
    meta, inherited = _meta_object(view_model), _meta_object(QObject)
    name = view_model.__name__
    properties = (meta.property(at) for at in range(inherited.propertyCount(), meta.propertyCount()))
    methods = (meta.method(at) for at in range(inherited.methodCount(), meta.methodCount()))
    return _described(
        "Component",
        f'name: "{name}"',
        f'exports: ["{QML_MODULE}/{name} 1.0"]',
        "exportMetaObjectRevisions: [256]",
        'accessSemantics: "reference"',
        'prototype: "QObject"',
        "isCreatable: false",
        *(_enum(meta.enumerator(at)) for at in range(meta.enumeratorCount())),
        *(_property(each) for each in properties),
        *(_method(each, view_model) for each in methods),
    )


def _enum(described: QMetaEnum) -> str:
    keys = ", ".join(f'"{described.key(at)!s}"' for at in range(described.keyCount()))
    return _described("Enum", f'name: "{described.name()!s}"', f"values: [{keys}]")


def _property(described: QMetaProperty) -> str:
    notify = _text(described.notifySignal().name())
    return _described(
        "Property",
        f'name: "{cast(str, described.name())}"',
        *_type(cast(str, described.typeName())),
        *([] if described.isWritable() else ["isReadonly: true"]),
        *([f'notify: "{notify}"'] if notify else []),
        *(["isPropertyConstant: true"] if described.isConstant() else []),
    )


def _method(described: QMetaMethod, view_model: type[QObject]) -> str:
    name = _text(described.name())
    kind = "Signal" if described.methodType() is QMetaMethod.MethodType.Signal else "Method"
    names = [_text(each) for each in described.parameterNames()]
    if kind == "Method":
        # Qt for Python tells the metaobject no names of a slot's parameters.
        _, *names = inspect.signature(getattr(view_model, name)).parameters
    types = map(_text, described.parameterTypes())
    given = zip(names, types, strict=True)
    return _described(
        kind,
        f'name: "{name}"',
        *_type(cast(str, described.typeName())),
        *(_described("Parameter", f'name: "{each}"', *_type(kind)) for each, kind in given),
    )


def _type(name: str) -> list[str]:
    """A type as it is described; nothing for none."""
    if name == "void":
        return []
    return [f'type: "{name.removesuffix("*")}"', *(["isPointer: true"] if name.endswith("*") else [])]


def _described(kind: str, *lines: str) -> str:
    return "\n".join([f"{kind} {{", *lines, "}"])


def _meta_object(kind: type[QObject]) -> QMetaObject:
    return cast(QMetaObject, kind.staticMetaObject)  # type: ignore[attr-defined]  # missing in its stub


def _text(name: QByteArray) -> str:
    return bytes(name.data()).decode()


if __name__ == "__main__":
    describe_view_models(Path(sys.argv[1]))
