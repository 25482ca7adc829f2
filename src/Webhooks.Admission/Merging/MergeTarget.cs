using Webhooks.Admission.Bookkeeping;
using Webhooks.Resources.Json;

namespace Webhooks.Admission.Merging;

/// <summary>An object or list to add to, which may not be there yet: it is created with the first thing added.</summary>
internal sealed class MergeTarget
{
    private readonly PatchRecorder _recorder;
    private readonly MergeTarget? _parent;
    private readonly string _name;
    private Place? _place;

    private MergeTarget(PatchRecorder recorder, MergeTarget? parent, string name, string path, Place? place)
    {
        _recorder = recorder;
        _parent = parent;
        _name = name;
        Path = path;
        _place = place;
    }

    /// <summary>The path from the PodSpec or from <c>metadata</c>.</summary>
    public string Path { get; }

    /// <summary>What stands there; <c>null</c> when nothing does.</summary>
    public JsonDraft? Draft => _place?.Draft;

    public static MergeTarget Existing(PatchRecorder recorder, Place place, string path) => new(recorder, null, "", path, place);

    /// <summary>The member of that name, there or not.</summary>
    /// <exception cref="ObjectFormatException">Something stands there that is not a <paramref name="kind"/>.</exception>
    public MergeTarget Child(string name, JsonKind kind)
    {
        Place? place = _place == null ? null : _recorder.Child(_place, name);
        if (place?.Draft.Kind == JsonKind.Null)
        {
            place = null;
        }

        if (place != null && place.Draft.Kind != kind)
        {
            throw new ObjectFormatException(place.Pointer, kind == JsonKind.Array ? "a list" : "an object");
        }

        return new MergeTarget(_recorder, this, name, ItemPath.Member(Path, name), place);
    }

    /// <summary>An item of this list, which stands there.</summary>
    public MergeTarget Item(int index, string path) =>
        new(_recorder, null, "", path, _recorder.Item(_place!, index));

    /// <summary>The place, created with its parents where it is not there; the entry lists what was created.</summary>
    public Place Require(JsonKind kind, MergeRun run)
    {
        Place? parent = _parent?.Require(JsonKind.Object, run);
        if (_place == null)
        {
            bool wasNull = parent!.Draft.Find(_name) != null; // Only null: anything else had been a place.
            _place = _recorder.AddMember(parent, _name, kind == JsonKind.Array ? JsonDraft.EmptyArray() : JsonDraft.EmptyObject());
            run.Entry.AddMade(Path, wasNull);
        }
        else if (run.Owners.IsMade(Path, out bool wasNull))
        {
            run.Entry.AddMade(Path, wasNull);
        }

        return _place;
    }
}
