using Webhooks.Admission.Pods;
using Webhooks.Admission.Templates.Rules;
using Webhooks.Resources.Json;
using Webhooks.Resources.Names;

namespace Webhooks.Admission.Templates;

/// <summary>Reads the <c>injection</c> block of a template, strictly: an absent or null field is at its default, any other word is an error.</summary>
/// <remarks>The enums <see cref="InitPosition"/>, <see cref="NativeMode"/> and <see cref="ConflictMode"/> have their words' order.</remarks>
internal static class InjectionReader
{
    /// <summary>The field of a template that holds the block.</summary>
    public const string Name = "injection";

    /// <summary>The block; of use only when nothing was found.</summary>
    public static InjectionBlock Read(Field injection, Findings findings)
    {
        if (!injection.IsSet)
        {
            return InjectionBlock.Default;
        }

        if (injection.Value.Kind != JsonKind.Object)
        {
            findings.Malformed(injection, "must be an object");
            return InjectionBlock.Default;
        }

        CheckNames(injection, findings);
        Field os = injection[InjectionFields.Os.Name];
        int osWord = Choice(injection, InjectionFields.Os, findings);
        return new InjectionBlock
        {
            IsDefault = Flag(injection[InjectionFields.Default.Name], findings),
            Namespaces = Namespaces(injection[InjectionFields.Namespaces.Name], findings),
            Order = Order(injection[InjectionFields.Order.Name], findings),
            Position = (InitPosition)Choice(injection, InjectionFields.Position, findings),
            Native = (NativeMode)Choice(injection, InjectionFields.Native, findings),
            SkipsHostNetwork = Choice(injection, InjectionFields.HostNetwork, findings) == 1,
            Os = os.IsSet ? InjectionFields.Os.Words[osWord] : null,
            OnConflict = (ConflictMode)Choice(injection, InjectionFields.OnConflict, findings),
            WorkloadVolumes = Volumes(injection[InjectionFields.WorkloadVolumes.Name], findings),
        };
    }

    private static void CheckNames(Field injection, Findings findings)
    {
        string[] known = [.. InjectionFields.All.Select(field => field.Name)];
        foreach ((string name, Field key, _) in injection.Members())
        {
            if (!known.Contains(name))
            {
                string hint = NearestName.Hint(name, known);
                findings.Malformed(key, "unknown field" + (hint.Length > 0 ? hint : $"; the block takes {string.Join(", ", known)}"));
            }
        }
    }

    private static bool Flag(Field flag, Findings findings)
    {
        if (flag.IsSet && flag.Value.Kind is not (JsonKind.True or JsonKind.False))
        {
            findings.Malformed(flag, "must be true or false" + QuoteHint.For(flag.Value, ShapeKind.Flag));
        }

        return flag.IsTrue;
    }

    private static int Order(Field order, Findings findings)
    {
        if (!order.IsSet || (order.Value.TryGetInt64(out long number) && number is >= int.MinValue and <= int.MaxValue))
        {
            return (int)order.Number;
        }

        findings.Malformed(order, "must be an integer of 32 bits" + QuoteHint.For(order.Value, ShapeKind.Number));
        return 0;
    }

    /// <summary>The index of the word that stands there; 0, the default, where none or an unknown one does.</summary>
    private static int Choice(Field injection, InjectionField field, Findings findings)
    {
        Field word = injection[field.Name];
        if (word.IsSet && word.Value.Kind != JsonKind.String)
        {
            findings.Malformed(word, $"must be one of {field.Values}");
        }
        else if (word.IsSet && !field.Words.Contains(word.Text))
        {
            findings.NotSupported(word, field.Words);
        }

        return Math.Max(0, Array.IndexOf(field.Words, word.Text));
    }

    private static IReadOnlyList<string> Namespaces(Field namespaces, Findings findings)
    {
        if (!namespaces.IsSet)
        {
            return InjectionBlock.Default.Namespaces;
        }

        Field[] globs = Texts(namespaces, "a list of globs such as team-*", findings);
        if (namespaces.Value is { Kind: JsonKind.Array, Count: 0 })
        {
            findings.Required(namespaces, remedy: "name the namespaces that may use the template, or remove the field to allow all");
        }

        foreach (Field glob in globs)
        {
            if (NamespaceGlob.Problem(glob.Text) is { } problem)
            {
                findings.Invalid(glob, problem);
            }
        }

        return [.. globs.Select(glob => glob.Text)];
    }

    private static IReadOnlyList<string> Volumes(Field volumes, Findings findings)
    {
        Dictionary<string, Field> names = new(StringComparer.Ordinal);
        foreach (Field name in Texts(volumes, "a list of names of volumes", findings))
        {
            findings.Invalid(name, DnsLabel.Problems(name.Text));
            if (!names.TryAdd(name.Text, name))
            {
                findings.Duplicate(name, name.Text, names[name.Text]);
            }
        }

        return [.. names.Keys];
    }

    private static Field[] Texts(Field list, string expected, Findings findings)
    {
        if (list.IsSet && list.Value.Kind != JsonKind.Array)
        {
            findings.Malformed(list, $"must be {expected}");
            return [];
        }

        foreach (Field item in list.Items().Where(item => item.Value.Kind != JsonKind.String))
        {
            findings.Malformed(item, "must be a string" + QuoteHint.For(item.Value, ShapeKind.Text));
        }

        return [.. list.Items().Where(item => item.Value.Kind == JsonKind.String)];
    }
}
