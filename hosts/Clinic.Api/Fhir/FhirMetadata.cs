using System.Text.Json.Nodes;

namespace Clinic.Api.Fhir;

/// <summary>What this server can do, as CapabilityStatement.</summary>
internal static class FhirMetadata
{
    // The day on which what is stated here last changed.
    private const string Stated = "2026-11-22";

    public static JsonObject Statement(IEnumerable<string> types) => new()
    {
        ["resourceType"] = "CapabilityStatement",
        ["status"] = "active",
        ["date"] = Stated,
        ["kind"] = "instance",
        ["software"] = new JsonObject { ["name"] = "Clinic.Libraries" },
        ["implementation"] = new JsonObject { ["description"] = "Dispensing, medicines, emergency stays and clinical reports of a clinic, to read only." },
        ["fhirVersion"] = "4.0.1",
        ["format"] = new JsonArray("json"),
        ["rest"] = new JsonArray(new JsonObject
        {
            ["mode"] = "server",
            ["resource"] = new JsonArray([.. types.Select(Resource)]),
        }),
    };

    private static JsonObject Resource(string type)
    {
        var resource = new JsonObject
        {
            ["type"] = type,
            ["interaction"] = new JsonArray(new JsonObject { ["code"] = "read" }, new JsonObject { ["code"] = "search-type" }),
        };
        if ((type.StartsWith("Medication", StringComparison.Ordinal) && type != "Medication") || type is "Encounter" or "ChargeItem" or "Invoice" or "Composition" or "DocumentReference" or "Consent" or "Provenance")
        {
            resource["searchParam"] = new JsonArray(
                new JsonObject { ["name"] = "patient", ["type"] = "reference" },
                new JsonObject { ["name"] = "encounter", ["type"] = "reference" });
        }

        return resource;
    }
}
