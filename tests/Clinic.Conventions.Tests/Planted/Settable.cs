namespace Clinic.Conventions.Tests.Planted;

public sealed class Settable
{
#pragma warning disable CA1051 // The field is what the rule must see.
    public int Field;
#pragma warning restore CA1051

    public int Value { get; set; }

    public int Initial { get; init; }

    public int Kept { get; private set; }

    public void Keep() => Kept = Value;
}
