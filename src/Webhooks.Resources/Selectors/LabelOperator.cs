namespace Webhooks.Resources.Selectors;

/// <summary>How a label's value is compared.</summary>
public enum LabelOperator
{
    /// <summary><c>a=b</c>, and what <c>matchLabels</c> means.</summary>
    Equals,

    /// <summary><c>a==b</c>: the same as <see cref="Equals"/>, and kept apart for printing.</summary>
    DoubleEquals,

    /// <summary><c>a!=b</c>: another value, or no such label.</summary>
    NotEquals,

    /// <summary><c>a in (b,c)</c>: one of these values.</summary>
    In,

    /// <summary><c>a notin (b,c)</c>: none of these values, or no such label.</summary>
    NotIn,

    /// <summary><c>a</c>: there is such a label.</summary>
    Exists,

    /// <summary><c>!a</c>: there is no such label.</summary>
    DoesNotExist,

    /// <summary><c>a&gt;1</c>: a greater integer of 64 bits.</summary>
    GreaterThan,

    /// <summary><c>a&lt;1</c>: a smaller integer of 64 bits.</summary>
    LessThan,
}
