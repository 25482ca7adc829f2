using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;

namespace Webhooks.Sandbox.Objects;

/// <summary>The <c>metadata</c> of a draft, as far as every kind has it alike.</summary>
/// <remarks>It is the draft's own: what is set here is set there.</remarks>
internal readonly struct ObjectMeta
{
    private readonly JsonDraft _metadata;

    /// <summary>The metadata of an object, made where it has none.</summary>
    public ObjectMeta(JsonDraft draft)
    {
        _metadata = draft.Child("metadata");
    }

    /// <summary>The name; empty for none.</summary>
    public string Name
    {
        get => _metadata.Text("name");
        set => SetText("name", value);
    }

    /// <summary>The namespace; empty for none.</summary>
    public string Namespace
    {
        get => _metadata.Text("namespace");
        set => SetText("namespace", value);
    }

    /// <summary>What a name is made of where none is given; empty for none.</summary>
    public string GenerateName => _metadata.Text("generateName");

    /// <summary>The uid; empty for none.</summary>
    public string Uid
    {
        get => _metadata.Text("uid");
        set => SetText("uid", value);
    }

    /// <summary>The version that it was read at; empty for none.</summary>
    public string ResourceVersion
    {
        get => _metadata.Text("resourceVersion");
        set => SetText("resourceVersion", value);
    }

    /// <summary>How often what is asked for has changed; 0 where that is not counted.</summary>
    public long Generation
    {
        get => _metadata.FindSource("generation").TryGetInt64(out long number) ? number : 0;
        set => SetNumber("generation", value == 0 ? null : value);
    }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreationTimestamp
    {
        set => SetText("creationTimestamp", GoTime.Write(value));
    }

    /// <summary>When it is to be gone, as it stands there; empty while nobody asked for that.</summary>
    public string DeletionTimestamp
    {
        get => _metadata.Text("deletionTimestamp");
        set => SetText("deletionTimestamp", value);
    }

    /// <summary>How long it may take to go, in seconds; <c>null</c> for nothing said.</summary>
    public long? DeletionGracePeriodSeconds
    {
        get => _metadata.FindSource("deletionGracePeriodSeconds").TryGetInt64(out long number) ? number : null;
        set => SetNumber("deletionGracePeriodSeconds", value);
    }

    /// <summary>Who must be done before it goes.</summary>
    public IReadOnlyList<string> Finalizers
    {
        get => _metadata.Find("finalizers") is { Kind: JsonKind.Array } list ? [.. list.Items.Select(item => item.Freeze().AsString() ?? "")] : [];
        set
        {
            if (value.Count == 0)
            {
                _metadata.Remove("finalizers");
            }
            else
            {
                _metadata.Set("finalizers", Drafts.Texts(value));
            }
        }
    }

    /// <summary>Whether somebody asked for it to go.</summary>
    public bool IsBeingDeleted => DeletionTimestamp.Length > 0;

    /// <summary>The labels, made where there are none.</summary>
    public JsonDraft Labels => _metadata.Child("labels");

    /// <summary>Takes a member over from another object's metadata, its absence too.</summary>
    public void Take(string member, JsonValue from)
    {
        JsonValue value = from[member];
        if (value.IsAbsent)
        {
            _metadata.Remove(member);
        }
        else
        {
            _metadata.SetValue(member, value);
        }
    }

    /// <summary>Takes a member out.</summary>
    public void Remove(string member) => _metadata.Remove(member);

    private void SetText(string member, string value)
    {
        if (value.Length == 0)
        {
            _metadata.Remove(member);
        }
        else
        {
            _metadata.SetText(member, value);
        }
    }

    private void SetNumber(string member, long? value)
    {
        if (value is { } number)
        {
            _metadata.SetNumber(member, number);
        }
        else
        {
            _metadata.Remove(member);
        }
    }
}
