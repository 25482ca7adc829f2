namespace Webhooks.Tests.Fuzz;

/// <summary>A text on which the reader breaks a promise.</summary>
internal sealed class YamlFuzzFinding(string message, byte[] text)
    : Exception($"{message}\nThe text, in base64:\n{Convert.ToBase64String(text)}");
