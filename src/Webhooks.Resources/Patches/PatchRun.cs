using Webhooks.Resources.Json;

namespace Webhooks.Resources.Patches;

/// <summary>A patch on its way through a working copy of a document. Throws <see cref="FormatException"/> with what is wrong.</summary>
internal sealed class PatchRun
{
    private static readonly JsonPolicy AnyDepth = JsonPolicy.Strict with
    {
        MaxDepth = int.MaxValue,
        MaxBytes = JsonPolicy.LargestText,
    };

    private readonly int _mayCopy;
    private JsonDraft? _root;
    private long _copied;

    public PatchRun(JsonValue document, PatchLimits limits)
    {
        _root = new JsonDraft(document);
        _mayCopy = limits.MaxCopiedBytes;
    }

    /// <summary>The document as it is now; <c>null</c> when it was removed.</summary>
    public JsonDraft? Result => _root;

    public void Do(PatchOperation operation)
    {
        switch (operation.Kind)
        {
            case PatchKind.Add:
                Add(operation.Path, new JsonDraft(operation.Value));
                break;
            case PatchKind.Remove:
                Remove(operation.Path);
                break;
            case PatchKind.Replace:
                Replace(operation.Path, new JsonDraft(operation.Value));
                break;
            case PatchKind.Move:
                Move(operation.From!, operation.Path);
                break;
            case PatchKind.Copy:
                Add(operation.Path, Copy(operation.From!));
                break;
            default:
                Test(operation.Path, operation.Value);
                break;
        }
    }

    private void Add(JsonPointer path, JsonDraft value)
    {
        if (path.Parent == null)
        {
            _root = value;
            return;
        }

        JsonDraft container = PatchPlaces.OpenParent(_root, path);
        if (container.Kind == JsonKind.Array)
        {
            int count = container.Count;
            bool isEnd = path.Token == "-" || (ArrayIndex.TryParse(path.Token, out int index) && index == count);
            container.Insert(isEnd ? count : PatchPlaces.Index(path.Token, count), value);
        }
        else if (container.Kind == JsonKind.Object)
        {
            container.Set(path.Token, value);
        }
        else
        {
            throw PatchPlaces.NoMember(container.Kind, path.Token);
        }
    }

    private JsonDraft Remove(JsonPointer path)
    {
        if (path.Parent == null)
        {
            JsonDraft removed = _root ?? throw PatchPlaces.NoDocument();
            _root = null;
            return removed;
        }

        JsonDraft container = PatchPlaces.OpenParent(_root, path);
        return container.Kind switch
        {
            JsonKind.Array => container.RemoveItem(PatchPlaces.Index(path.Token, container.Count)),
            JsonKind.Object when container.Remove(path.Token) is { } removed => removed,
            _ => throw PatchPlaces.NoMember(container.Kind, path.Token),
        };
    }

    private void Replace(JsonPointer path, JsonDraft value)
    {
        if (path.Parent == null)
        {
            _root = _root == null ? throw PatchPlaces.NoDocument() : value;
            return;
        }

        JsonDraft container = PatchPlaces.OpenParent(_root, path);
        if (container.Kind == JsonKind.Array)
        {
            container.SetItem(PatchPlaces.Index(path.Token, container.Count), value);
        }
        else if (container.Find(path.Token) == null)
        {
            throw PatchPlaces.NoMember(container.Kind, path.Token);
        }
        else
        {
            container.Set(path.Token, value);
        }
    }

    private void Move(JsonPointer from, JsonPointer path)
    {
        if (from.IsAbove(path))
        {
            throw new FormatException("a value cannot be moved into itself");
        }

        Add(path, Remove(from));
    }

    private JsonDraft Copy(JsonPointer from)
    {
        (JsonDraft? draft, JsonValue value) = PatchPlaces.Look(_root, from);
        value = draft?.Freeze(AnyDepth) ?? value;
        _copied += value.RawText.Length;
        return _copied <= _mayCopy
            ? new JsonDraft(value)
            : throw new FormatException($"the copies come to {_copied} bytes; a patch may copy {_mayCopy}");
    }

    private void Test(JsonPointer path, JsonValue expected)
    {
        (JsonDraft? draft, JsonValue value) = PatchPlaces.Look(_root, path);
        if (!(draft == null ? JsonEquality.AreEqual(value, expected) : JsonEquality.AreEqual(draft, expected)))
        {
            throw new FormatException($"the value is not {JsonText.Shorten(expected.RawText)}");
        }
    }
}
