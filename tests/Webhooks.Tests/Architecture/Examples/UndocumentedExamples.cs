namespace Webhooks.Tests.Architecture.Examples;

public class UndocumentedExample
{
    public UndocumentedExample(int size) => Size = size;

    public const int Limit = 1;

    /// <summary>Gets or sets the mount path.</summary>
    public string MountPath { get; set; } = "";

    /// <summary>Gets the <see cref="Size"/>.</summary>
    public int Size { get; }

    /// <summary> </summary>
    public void Run()
    {
    }

    /// <summary>Takes the retry count.</summary>
    /// <remarks>Counted from the first failure.</remarks>
    protected void Count()
    {
    }

    protected internal void Reset()
    {
    }

    private protected void Hidden()
    {
    }
}

/// <summary>One field is not described.</summary>
/// <param name="Path">Where it is.</param>
public record UndocumentedRecord(string Path, long Size);

public enum UndocumentedEnum
{
    No,
}
