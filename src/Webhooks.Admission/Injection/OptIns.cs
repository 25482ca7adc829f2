using Webhooks.Resources.Json;

namespace Webhooks.Admission.Injection;

/// <summary>Reads from annotations who asks for which template, and who says no.</summary>
internal sealed class OptIns
{
    private readonly AnnotationNames _names;
    private readonly JsonValue _annotations;
    private readonly JsonValue _templateAnnotations;

    private OptIns(AnnotationNames names, JsonValue annotations, JsonValue templateAnnotations)
    {
        _names = names;
        _annotations = annotations;
        _templateAnnotations = templateAnnotations;
    }

    /// <summary>What is asked for, by name.</summary>
    public List<OptIn> Asked { get; } = new(1);

    /// <summary>What the user should know about values that can't be read.</summary>
    public List<InjectionWarning> Warnings { get; } = [];

    /// <summary>True when some annotation of ours may ask for something: all others need no further look.</summary>
    public static bool Mentions(JsonValue annotations, AnnotationNames names)
    {
        JsonCursor cursor = MembersOf(annotations);
        while (cursor.MoveNext())
        {
            if (names.Own(cursor.NameValue))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads the annotations of an object, and of its pod template where that is a part of it.</summary>
    /// <param name="names">The annotations that are ours.</param>
    /// <param name="annotations">The object's.</param>
    /// <param name="templateAnnotations">Those of a workload's pod template; missing for a Pod.</param>
    /// <param name="defaults">What the namespace asks for.</param>
    public static OptIns Read(AnnotationNames names, JsonValue annotations, JsonValue templateAnnotations, IReadOnlyList<string> defaults)
    {
        OptIns reading = new(names, annotations, templateAnnotations);
        reading.ReadObject();
        foreach (string template in defaults)
        {
            if (!reading.AsksFor(template))
            {
                reading.Asked.Add(new OptIn(template, null, IsDefault: true));
            }
        }

        reading.Asked.Sort((left, right) => string.CompareOrdinal(left.Template, right.Template));
        reading.HeedRefusalsOfTheTemplate();
        reading.HeedRefusalOfAll();
        return reading;
    }

    /// <summary>None of a list: its items have no names.</summary>
    private static JsonCursor MembersOf(JsonValue annotations) => new(annotations.Kind == JsonKind.Object ? annotations : default);

    private bool AsksFor(string template) => Asked.Exists(one => one.Template == template);

    private void ReadObject()
    {
        JsonCursor cursor = MembersOf(_annotations);
        while (cursor.MoveNext())
        {
            if (!_names.Own(cursor.NameValue))
            {
                continue;
            }

            string template = _names.Rest(cursor.NameValue);
            if (!AnnotationNames.IsReserved(template))
            {
                InjectionReason? refusal = TryRead(template, cursor.Value, out bool wanted)
                    ? wanted ? null : InjectionReason.OptedOut
                    : InjectionReason.InvalidValue;
                Asked.Add(new OptIn(template, refusal, IsDefault: false));
            }
        }
    }

    private void HeedRefusalsOfTheTemplate()
    {
        MemberLookup annotations = Asked.Count == 0 ? default : new MemberLookup(_templateAnnotations);
        for (int i = 0; i < Asked.Count && !_templateAnnotations.IsAbsent; i++)
        {
            string template = Asked[i].Template;
            JsonValue value = annotations[_names.For(template)];
            if (Asked[i].Refusal == null && !value.IsMissing && TryRead(template, value, out bool wanted, "ignored") && !wanted)
            {
                Asked[i] = Asked[i] with { Refusal = InjectionReason.OptedOut };
            }
        }
    }

    private void HeedRefusalOfAll()
    {
        bool? wanted = AllWanted(_annotations);
        bool? templateWanted = AllWanted(_templateAnnotations);
        if (wanted == true && templateWanted == true)
        {
            return;
        }

        InjectionReason refusal = InjectionReason.InvalidValue;
        if (wanted == false || templateWanted == false)
        {
            refusal = InjectionReason.OptedOut;
            Warnings.Clear();
        }

        for (int i = 0; i < Asked.Count; i++)
        {
            Asked[i] = Asked[i] with { Refusal = refusal == InjectionReason.InvalidValue ? Asked[i].Refusal ?? refusal : refusal };
        }
    }

    /// <summary>False: opted out of all; <c>null</c>: unreadable, which counts as a no with a warning.</summary>
    private bool? AllWanted(JsonValue annotations)
    {
        JsonValue value = annotations[_names.Injection];
        return value.IsMissing ? true : TryRead(null, value, out bool wanted) ? wanted : null;
    }

    /// <summary>Reads the annotation that asks for a template; <c>null</c>: the one that asks for all.</summary>
    private bool TryRead(string? template, JsonValue value, out bool wanted, string consequence = "not injected")
    {
        if (OptInValue.TryRead(value, out wanted))
        {
            return true;
        }

        string key = template == null ? _names.Injection : _names.For(template);
        Warnings.Add(new InjectionWarning(template, Warning.Line($"{key}: {OptInValue.Problem(value)}; {consequence}")));
        return false;
    }
}
