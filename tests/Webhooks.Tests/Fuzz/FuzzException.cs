namespace Webhooks.Tests.Fuzz;

/// <summary>An input that a reader did not stand up to, with all that it takes to run it again.</summary>
internal sealed class FuzzException(string problem, string name, byte[] input, Exception? cause)
    : Exception($"{name}: the reader {problem}; {input.Length} bytes in base64:\n{Convert.ToBase64String(input)}", cause);
