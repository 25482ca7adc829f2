using System.Text;
using Webhooks.Resources.Json;

namespace Webhooks.Admission.Injection;

/// <summary>The annotations that ask for templates and that say what was injected: those under one prefix.</summary>
public sealed class AnnotationNames
{
    private readonly byte[] _prefixUtf8;

    /// <summary>The annotations under <paramref name="prefix"/>.</summary>
    /// <param name="prefix">A DNS-1123 subdomain and a slash, e.g. <c>initializer.kubernetes.io/</c>.</param>
    public AnnotationNames(string prefix)
    {
        ArgumentException.ThrowIfNullOrEmpty(prefix);
        Prefix = prefix;
        Status = prefix + "status";
        Injection = prefix + "injection";
        Refresh = prefix + "refresh";
        _prefixUtf8 = Encoding.UTF8.GetBytes(prefix);
    }

    /// <summary>The prefix, its slash included.</summary>
    public string Prefix { get; }

    /// <summary>The annotation that lists what was added.</summary>
    public string Status { get; }

    /// <summary>The annotation that opts an object out of all, and the namespace label that opts pods in.</summary>
    public string Injection { get; }

    /// <summary>The annotation whose change asks for today's templates.</summary>
    public string Refresh { get; }


    /// <summary>The annotation that asks for a template.</summary>
    public string For(string template) => Prefix + template;

    /// <summary>True for <c>status</c>, <c>injection</c> and <c>refresh</c>, which name no template.</summary>
    public static bool IsReserved(string name) => name is "status" or "injection" or "refresh";

    /// <summary>True for a name under the prefix. No allocation unless it has escapes.</summary>
    internal bool Own(JsonValue name) => name.TryGetPlainText(out ReadOnlySpan<byte> utf8)
        ? utf8.StartsWith(_prefixUtf8)
        : name.GetString().StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The rest of a name under the prefix: that of a template, or a reserved one.</summary>
    internal string Rest(JsonValue name) => name.TryGetPlainText(out ReadOnlySpan<byte> utf8)
        ? Encoding.UTF8.GetString(utf8[_prefixUtf8.Length..])
        : name.GetString()[Prefix.Length..];
}
