namespace Webhooks.Tests.Architecture.Examples;

/// <summary>Every shape of member that a documentation ID must be found for.</summary>
/// <typeparam name="T">What is kept.</typeparam>
public abstract class DocumentedExample<T> : IComparable<T>
{
    /// <summary>Reads on every call.</summary>
    public int Counter;

    internal int Undocumented = 0;

    /// <summary>From a text and its parts.</summary>
    protected DocumentedExample(string text, params string[] parts) => Counter = text.Length + parts.Length;

    /// <summary>Raised after a change.</summary>
    public event EventHandler? Changed;

    /// <summary>The n-th of all.</summary>
    public abstract T this[int index, Nested nested] { get; }

    /// <summary>Adds up.</summary>
    public static DocumentedExample<T> operator +(DocumentedExample<T> left, DocumentedExample<T> right) => left ?? right;

    /// <summary>Counts.</summary>
    public static implicit operator int(DocumentedExample<T> example) => example?.Counter ?? 0;

    /// <summary>Counts further.</summary>
    public static explicit operator long(DocumentedExample<T> example) => example?.Counter ?? 0;

    /// <summary>Looks everywhere.</summary>
    public bool TryFind<TKey, TValue>(ref int start, Dictionary<TKey, List<T[]>>.Enumerator rest, int[,] grid, out TValue? found)
        where TKey : notnull
    {
        found = default;
        return start > grid.Length && rest.Current.Value is not null;
    }

    /// <inheritdoc/>
    public abstract int CompareTo(T? other);

    public override string ToString() => "";

    /// <summary>Lives inside.</summary>
    public sealed class Nested
    {
        /// <summary>One of each.</summary>
        public void Take(DocumentedExample<int>.Nested other, Action<Nested?> then) => then?.Invoke(other is null ? this : null);
    }
}

/// <summary>A pair.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Size">In bytes.</param>
public record DocumentedRecord(string Path, long Size)
{
    /// <summary>Whether nothing is there.</summary>
    public bool IsEmpty => Size == 0;
}

/// <summary>A pair without identity.</summary>
/// <param name="Path">Where it is.</param>
public readonly record struct DocumentedRecordStruct(string Path);

/// <summary>What may happen.</summary>
public enum DocumentedEnum
{
    /// <summary>It did not.</summary>
    No,

    /// <summary>It did.</summary>
    Yes,

    /// <summary><c>null</c>.</summary>
    Null,
}

/// <summary>Called once per line.</summary>
public delegate void DocumentedDelegate(string line);

/// <summary>Two implementations.</summary>
public interface IDocumented
{
    /// <summary>From its canonical form.</summary>
    static abstract IDocumented Parse(string text);

    /// <summary>Ends with the token.</summary>
    Task RunAsync(CancellationToken token);
}
