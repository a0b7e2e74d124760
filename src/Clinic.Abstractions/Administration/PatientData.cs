namespace Clinic.Abstractions.Administration;

/// <summary>What a desk says about a patient; the administration adds id and version.</summary>
/// <param name="Name">The full name, 1 to 200 characters.</param>
/// <param name="DocumentKind">The kind of document, such as <c>cedula</c>, 1 to 40 characters; together with its number, or neither.</param>
/// <param name="DocumentNumber">The number on it, 1 to 40 characters, once per clinic and kind.</param>
/// <param name="Contact">Telephone or mail address, 1 to 200 characters; null when none is known.</param>
/// <param name="Allergies">At most 50 substances of 1 to 120 characters; null for none known.</param>
public sealed record PatientData(
    string Name, string? DocumentKind = null, string? DocumentNumber = null, string? Contact = null, IReadOnlyList<string>? Allergies = null)
{
    private const int LongestName = 200;
    private const int LongestDocument = 40;
    private const int LongestContact = 200;
    private const int LongestAllergy = 120;
    private const int MostAllergies = 50;

    /// <summary>The name of the type only; contents are private health data.</summary>
    public override string ToString() => nameof(PatientData);

    internal void Describe(IPayloadWriter payload)
    {
        payload.Write("name", Name);
        payload.Write("documentKind", DocumentKind);
        payload.Write("documentNumber", DocumentNumber);
        payload.Write("contact", Contact);
        foreach (var allergy in Allergies ?? []) payload.Write("allergy", allergy);
    }

    internal void Check(AdministrationCheck check)
    {
        check.Text("name", Name, 1, LongestName);
        check.Require(DocumentKind is null == DocumentNumber is null, ClinicRules.Malformed,
            ("field", DocumentKind is null ? "documentKind" : "documentNumber"), ("found", "nothing"), ("allowed", "kind and number of the document together, or neither"));
        if (DocumentKind is not null) check.Text("documentKind", DocumentKind, 1, LongestDocument);
        if (DocumentNumber is not null) check.Text("documentNumber", DocumentNumber, 1, LongestDocument);
        if (Contact is not null) check.Text("contact", Contact, 1, LongestContact);
        var allergies = Allergies ?? [];
        check.Require(allergies.Count <= MostAllergies, ClinicRules.Malformed, ("field", "allergies"), ("found", allergies.Count), ("allowed", $"0 to {MostAllergies}"));
        for (var i = 0; i < Math.Min(allergies.Count, MostAllergies); i++) check.Text($"allergies[{i}]", allergies[i], 1, LongestAllergy);
    }

    internal Patient ToPatient(PatientId id, long version) => new(id, Name, DocumentKind, DocumentNumber, Contact, [.. Allergies ?? []], version);
}
