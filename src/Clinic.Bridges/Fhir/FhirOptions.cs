namespace Clinic.Bridges.Fhir;

/// <summary>How our records are named in FHIR.</summary>
public sealed class FhirOptions
{
    /// <summary>Under which our own extensions, code systems and identifiers are named; an absolute URI without a slash at the end.</summary>
    /// <value>Default <c>urn:clinic-libraries</c>.</value>
    public string Base { get; set; } = "urn:clinic-libraries";

    /// <summary>The code system of the ATC codes.</summary>
    /// <value>Default <c>http://www.whocc.no/atc</c>.</value>
    public string AtcSystem { get; set; } = "http://www.whocc.no/atc";

    internal string Extension(string name) => $"{Base.TrimEnd('/')}{(Base.StartsWith("urn:", StringComparison.Ordinal) ? ':' : '/')}{name}";
}
