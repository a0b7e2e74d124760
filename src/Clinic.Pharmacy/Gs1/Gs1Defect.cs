namespace Clinic.Pharmacy.Gs1;

/// <summary>What is wrong with a text and at which offset; the default value means nothing.</summary>
/// <param name="Code">The permanent code of the reason, or null for no defect.</param>
/// <param name="Offset">The offset of the character, from zero.</param>
/// <param name="Allowed">What is allowed there, in a notation that needs no translation.</param>
/// <param name="Identifier">The application identifier concerned, where there is one.</param>
internal readonly record struct Gs1Defect(string? Code, int Offset, string Allowed, string? Identifier = null)
{
    /// <summary>Whether something is wrong.</summary>
    public bool Exists => Code is not null;
}
