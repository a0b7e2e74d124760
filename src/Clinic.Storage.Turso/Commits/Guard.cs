using Clinic.Abstractions;

namespace Clinic.Storage.Turso;

/// <summary>What must be true of a step, or the whole commit is undone; names the fact that failed.</summary>
internal readonly record struct Guard
{
    private Guard(GuardKind kind, FactKey? fact)
    {
        Kind = kind;
        Fact = fact;
    }

    /// <summary>Any number of rows.</summary>
    public static Guard None => default;

    public GuardKind Kind { get; }

    public FactKey? Fact { get; }

    /// <summary>The step changes exactly one row.</summary>
    public static Guard OneRow(FactKey fact) => new(GuardKind.OneRow, fact);

    /// <summary>The step is a SELECT that gives exactly one row whose first column is not zero.</summary>
    public static Guard Holds(FactKey fact) => new(GuardKind.Holds, fact);
}
