#!/usr/bin/env python3
"""Writes Data/<package>.messages.txt: what protobuf bodies of the Kubernetes API are made of.

    messages.py v0.36.2 api apimachinery apiextensions-apiserver kube-aggregator

The arguments are a tag and clones of the repositories of those names. A generated.proto says number and type of a field,
the Go files beside it say its name in JSON and whether it is left out when it is empty. README.md has the format.
"""
import pathlib
import re
import subprocess
import sys

PACKAGES = """admissionregistration/v1 apps/v1 authentication/v1 authorization/v1 autoscaling/v1 autoscaling/v2 batch/v1
certificates/v1 coordination/v1 core/v1 discovery/v1 events/v1 flowcontrol/v1 networking/v1 node/v1 policy/v1 rbac/v1
scheduling/v1 storage/v1 pkg/apis/meta/v1 pkg/apis/apiextensions/v1 pkg/apis/apiregistration/v1""".split()
# Types that read and write themselves, by package and name.
OWN = {
    "meta/v1.Time": "time", "meta/v1.MicroTime": "microtime", "meta/v1.FieldsV1": "fields",
    "api/resource.Quantity": "quantity", "util/intstr.IntOrString": "intorstring", "pkg/runtime.RawExtension": "raw",
    "apiextensions/v1.JSON": "json",
}
# Types of which one field stands in JSON for the whole: the first that is there.
CHOICES = {
    "JSONSchemaPropsOrBool": ["schema", "allows"],
    "JSONSchemaPropsOrArray": ["jSONSchemas", "schema"],
    "JSONSchemaPropsOrStringArray": ["property", "schema"],
}
# Types that no object is made of; core's List is another name of meta's.
UNSENT = ("meta/v1.Duration", "meta/v1.Timestamp", "meta/v1.TypeMeta", "core/v1.List")
FIELD = re.compile(r"\s*(?:(optional|repeated) |map<string, )([\w.]+)>? (\w+) = (\d+);")
GO_FIELD = re.compile(r"\t(?:(\w+)\s+)?([\w.*\[\]]+)\s+`(?:json:\"([^\"]*)\")?.*protobuf:\"\w+,(\d+),")


def git(repository, *arguments):
    return subprocess.run(["git", "-C", repository, *arguments], check=True, capture_output=True, text=True).stdout


def go_types(repository, tag, folder):
    """Fields by (struct, number) as (Go name, Go type, JSON tag), and the names of lists."""
    fields, lists = {}, set()
    for path in git(repository, "ls-tree", "--name-only", tag, folder + "/").split():
        if not path.endswith(".go") or re.search(r"generated|_test\.go", path):
            continue
        struct = None
        for line in git(repository, "show", f"{tag}:{path}").splitlines():
            if opened := re.match(r"type (\w+) (struct \{|\[\])", line):
                struct = opened[1]
                lists |= {struct} if opened[2] == "[]" else set()
            elif line == "}":
                struct = None
            elif struct and (field := GO_FIELD.match(line)):
                fields[struct, field[4]] = (field[1] or field[2].split(".")[-1].lstrip("*"), field[2], field[3] or "")
    return fields, lists


def reference(name, package):
    """The type as the table names it: a message of this package by its name, of another as package.Name."""
    full = re.sub(r"^.*\.(\w+)\.(\w+)\.(\w+)$", r"\1/\2.\3", name) if "." in name else f"{package}.{name}"
    if full in OWN:
        return OWN[full]
    return name if "." not in name else full


def message(name, rows, package, fields, lists):
    if name in lists:
        return f"{name} []"
    if name in CHOICES:
        rows = sorted(rows, key=lambda row: CHOICES[name].index(row[2]))
    texts = []
    for label, kind, proto_name, number in rows:
        go_name, go_type, tag = fields[name, number]
        json_name, *options = tag.split(",")
        scalar = kind in ("string", "bool", "int32", "int64", "double", "bytes")
        table_kind = kind if scalar else reference(kind, package)
        is_pointer = go_type.startswith("*")
        omitted = "omitempty" in options and not is_pointer and scalar and label == "optional"
        omitted |= "omitzero" in options and table_kind in ("time", "microtime")
        kept = "omitempty" not in options and not is_pointer and name not in CHOICES and (label != "optional" or kind == "bytes")
        json_name = "+" if "inline" in options and not json_name else json_name or proto_name
        derived = json_name[0].upper() + json_name[1:]
        texts.append(" ".join([
            number,
            json_name + ("" if derived == go_name else "/" + go_name),
            table_kind + {"repeated": "[]", "optional": "", None: "{}"}[label] + ("?" if omitted else "!" if kept else "")]))
    return f"{name}{' |' if name in CHOICES else ''}: {', '.join(texts)}".rstrip()


def main():
    tag, *repositories = sys.argv[1:]
    data = pathlib.Path(__file__).parent / "Data"
    for folder in PACKAGES:
        package = "/".join(folder.split("/")[-2:])
        repository = next(r for r in repositories if git(r, "ls-tree", tag, folder + "/generated.proto"))
        fields, lists = go_types(repository, tag, folder)
        messages, current = {}, None
        for line in git(repository, "show", f"{tag}:{folder}/generated.proto").splitlines():
            if opened := re.match(r"message (\w+) \{", line):
                current = messages.setdefault(opened[1], [])
            elif row := FIELD.match(line):
                current.append(row.groups())
        lines = [
            message(name, rows, package, fields, lists)
            for name, rows in messages.items()
            if f"{package}.{name}" not in OWN and f"{package}.{name}" not in UNSENT]
        (data / (package.replace("/", "_") + ".messages.txt")).write_text("\n".join(lines) + "\n")


main()
