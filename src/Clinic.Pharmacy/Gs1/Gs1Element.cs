namespace Clinic.Pharmacy.Gs1;

/// <summary>One application identifier with its value.</summary>
/// <param name="Identifier">The two to four digits of the identifier, such as <c>713</c>.</param>
/// <param name="Value">The characters of the value, as printed.</param>
public readonly record struct Gs1Element(string Identifier, string Value)
{
    /// <summary>The identifier in brackets; the value may name a person and stays out.</summary>
    public override string ToString() => $"({Identifier})";
}
