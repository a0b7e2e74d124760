namespace Clinic.Conventions.Tests.Planted;

#pragma warning disable CA2231, CA1815 // The missing operators are what the rule must see.
public readonly struct LoneEquatable(int value) : IEquatable<LoneEquatable>
#pragma warning restore CA2231, CA1815
{
    private readonly int value = value;

    public bool Equals(LoneEquatable other) => value == other.value;

    public override bool Equals(object? obj) => obj is LoneEquatable other && Equals(other);

    public override int GetHashCode() => value;
}
