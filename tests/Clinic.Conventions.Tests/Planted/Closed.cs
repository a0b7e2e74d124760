namespace Clinic.Conventions.Tests.Planted;

/// <summary>Breaks no rule.</summary>
public sealed record Closed(int Value)
{
    public const int Constant = 1;
    public static readonly Closed One = new(1);

    public int Computed => Value;
}
