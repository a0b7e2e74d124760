using System.Text.Json.Nodes;
using Clinic.Abstractions;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Presentations;
using NodaTime.Text;
using static Clinic.Bridges.Fhir.FhirJson;

namespace Clinic.Bridges.Fhir;

/// <summary>A presentation, or a lot of it, as Medication.</summary>
public static class MedicationMapping
{
    /// <summary>The resource; its id is the lot's, or the presentation's where no lot is given.</summary>
    public static JsonObject Of(MedicationSnapshot medication, PresentationSnapshot presentation, LotSnapshot? lot, FhirOptions options)
    {
        ArgumentNullException.ThrowIfNull(medication);
        ArgumentNullException.ThrowIfNull(presentation);
        ArgumentNullException.ThrowIfNull(options);
        return Object(
            ("resourceType", "Medication"),
            ("id", ClinicId.Text(lot?.Id.Value ?? presentation.Id.Value)),
            ("identifier", List(Object(("system", options.Extension("presentation-code")), ("value", Text(presentation.Code))))),
            ("code", Object(
                ("coding", List(
                    medication.AtcCode is { } atc ? Coding(options.AtcSystem, atc, medication.GenericName) : null,
                    Coding(options.Extension("medication-code"), medication.Code, medication.CommercialName))),
                ("text", Text(presentation.Name)))),
            ("status", StatusOf(medication, presentation, lot)),
            ("manufacturer", medication.Manufacturer is { } maker ? Object(("display", Text(maker))) : null),
            ("form", Concept(null, medication.DoseForm)),
            ("amount", presentation.ContainerContent is { } content
                ? Object(("numerator", Quantity(content)), ("denominator", Quantity(1, presentation.BaseUnit)))
                : null),
            ("ingredient", List(medication.Ingredients.Select(Ingredient))),
            ("batch", lot is null ? null : Object(
                ("lotNumber", Text(lot.Number.Text)),
                ("expirationDate", lot.Expiration is { } expires ? LocalDatePattern.Iso.Format(expires.Date) : null))));
    }

    private static string StatusOf(MedicationSnapshot medication, PresentationSnapshot presentation, LotSnapshot? lot) =>
        medication.IsRetired || presentation.IsRetired || lot is { Status: not LotStatus.Approved } ? "inactive" : "active";

    private static JsonObject Ingredient(Ingredient ingredient) => Object(
        ("itemCodeableConcept", Concept(null, ingredient.Name)),
        ("isActive", true),
        ("strength", Object(("numerator", Quantity(ingredient.Strength)), ("denominator", Quantity(ingredient.Per ?? new Quantity(1, new UnitCode("1")))))));
}
