using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Clinic.Bridges.Tests.Fhir;

/// <summary>What FHIR R4 demands of the resources we write: required elements, value sets, forms, and the invariant mdd-1.</summary>
internal static partial class FhirCheck
{
    private static readonly Dictionary<string, string[]> Required = new(StringComparer.Ordinal)
    {
        ["Medication"] = [],
        ["MedicationRequest"] = ["status", "intent", "medicationReference", "subject"],
        ["MedicationDispense"] = ["status", "medicationReference"],
        ["MedicationAdministration"] = ["status", "medicationReference", "subject", "effectiveDateTime"],
        ["SupplyRequest"] = ["itemCodeableConcept|itemReference", "quantity"],
        ["SupplyDelivery"] = [],
        ["Encounter"] = ["status", "class"],
        ["ChargeItem"] = ["status", "code", "subject"],
        ["Invoice"] = ["status"],
        ["Composition"] = ["status", "type", "date", "author", "title"],
        ["DocumentReference"] = ["status", "content"],
        ["Consent"] = ["status", "scope", "category", "policy|policyRule", "patient"],
        ["Provenance"] = ["target", "recorded", "agent"],
        ["Bundle"] = ["type"],
    };

    private static readonly Dictionary<string, string[]> Statuses = new(StringComparer.Ordinal)
    {
        ["Medication"] = ["active", "inactive", "entered-in-error"],
        ["MedicationRequest"] = ["active", "on-hold", "cancelled", "completed", "entered-in-error", "stopped", "draft", "unknown"],
        ["MedicationDispense"] = ["preparation", "in-progress", "cancelled", "on-hold", "completed", "entered-in-error", "stopped", "declined", "unknown"],
        ["MedicationAdministration"] = ["in-progress", "not-done", "on-hold", "completed", "entered-in-error", "stopped", "unknown"],
        ["SupplyRequest"] = ["draft", "active", "suspended", "cancelled", "completed", "entered-in-error", "unknown"],
        ["SupplyDelivery"] = ["in-progress", "completed", "abandoned", "entered-in-error"],
        ["Encounter"] = ["planned", "arrived", "triaged", "in-progress", "onleave", "finished", "cancelled", "entered-in-error", "unknown"],
        ["ChargeItem"] = ["planned", "billable", "not-billable", "aborted", "billed", "entered-in-error", "unknown"],
        ["Invoice"] = ["draft", "issued", "balanced", "cancelled", "entered-in-error"],
        ["Composition"] = ["preliminary", "final", "amended", "entered-in-error"],
        ["DocumentReference"] = ["current", "superseded", "entered-in-error"],
        ["Consent"] = ["draft", "proposed", "active", "rejected", "inactive", "entered-in-error"],
        ["Provenance"] = [],
    };

    private static readonly string[] Dates = ["authoredOn", "whenPrepared", "whenHandedOver", "effectiveDateTime", "enteredDate", "date", "start", "end", "time", "dateTime", "recorded", "occurredDateTime", "when", "creation"];

    public static void Holds(JsonObject resource)
    {
        var type = resource["resourceType"]!.GetValue<string>();
        Assert.Matches("^[A-Za-z0-9.-]{1,64}$", resource["id"]!.GetValue<string>());
        foreach (var element in Required[type]) Assert.True(element.Split('|').Any(resource.ContainsKey), $"{type} lacks {element}");
        if (resource["status"] is { } status) Assert.Contains(status.GetValue<string>(), Statuses[type]);
        Walk(type, resource);
        if (type == "MedicationDispense") Dispense(resource);
        if (type == "Encounter") Encounter(resource);
        if (type == "Invoice") Invoice(resource);
        if (type == "Composition") Composition(resource);
        if (type == "DocumentReference") Document(resource);
        if (type == "Consent") Consent(resource);
        if (type == "Provenance") Provenance(resource);
        if (type == "MedicationRequest")
        {
            Assert.Equal("order", resource["intent"]!.GetValue<string>());
            Assert.Contains(resource["priority"]!.GetValue<string>(), new[] { "routine", "urgent" });
        }
    }

    private static void Dispense(JsonObject dispense)
    {
        // mdd-1: whenHandedOver cannot be before whenPrepared.
        if (dispense["whenPrepared"] is { } prepared && dispense["whenHandedOver"] is { } handedOver) Assert.True(At(prepared) <= At(handedOver), dispense.ToJsonString());
        if (dispense["status"]!.GetValue<string>() == "completed") Assert.True(dispense.ContainsKey("whenHandedOver") && dispense.ContainsKey("quantity") && dispense.ContainsKey("receiver"), dispense.ToJsonString());
        foreach (var function in (dispense["performer"] as JsonArray ?? []).Select(p => p!["function"]!["coding"]![0]!["code"]!.GetValue<string>()))
            Assert.Contains(function, new[] { "dataenterer", "packager", "checker", "finalchecker" });
        foreach (var code in (dispense["type"]?["coding"] as JsonArray ?? []).Select(c => c!["code"]!.GetValue<string>())) Assert.Contains(code, new[] { "FF", "FFP", "RF" });
    }

    private static void Encounter(JsonObject encounter)
    {
        var history = encounter["statusHistory"]!.AsArray();
        foreach (var status in history.Select(h => h!["status"]!.GetValue<string>())) Assert.Contains(status, Statuses["Encounter"]);
        Assert.Equal(encounter["status"]!.GetValue<string>(), history[^1]!["status"]!.GetValue<string>());
        foreach (var period in history.Select(h => h!["period"]!).Append(encounter["period"]!))
        {
            if (period["end"] is { } end) Assert.True(At(period["start"]!) <= At(end), encounter.ToJsonString());
        }
    }

    private static void Invoice(JsonObject invoice)
    {
        foreach (var line in invoice["lineItem"]!.AsArray())
        {
            Assert.True(line!["chargeItemReference"] is null != line["chargeItemCodeableConcept"] is null, "one of both names the charge");
            foreach (var type in line["priceComponent"]!.AsArray().Select(p => p!["type"]!.GetValue<string>()))
                Assert.Contains(type, new[] { "base", "surcharge", "deduction", "discount", "tax", "informational" });
        }
    }

    private static void Composition(JsonObject composition)
    {
        // cmp-1: a section has a text, entries or sections; its narrative is XHTML of text alone.
        foreach (var section in composition["section"]!.AsArray())
        {
            Assert.Contains(section!["text"]!["status"]!.GetValue<string>(), new[] { "generated", "extensions", "additional", "empty" });
            var div = XElement.Parse(section["text"]!["div"]!.GetValue<string>());
            Assert.Equal(XName.Get("div", "http://www.w3.org/1999/xhtml"), div.Name);
            Assert.NotEqual("", div.Value.Trim());
            Assert.All(div.Elements(), p => Assert.True(p.Name.LocalName == "p" && !p.HasElements && !p.HasAttributes, div.ToString()));
        }

        foreach (var mode in (composition["attester"] as JsonArray ?? []).Select(a => a!["mode"]!.GetValue<string>())) Assert.Contains(mode, new[] { "personal", "professional", "legal", "official" });
    }

    private static void Document(JsonObject document)
    {
        Assert.Contains(document["docStatus"]!.GetValue<string>(), new[] { "preliminary", "final", "amended", "entered-in-error" });
        foreach (var code in (document["relatesTo"] as JsonArray ?? []).Select(r => r!["code"]!.GetValue<string>())) Assert.Contains(code, new[] { "replaces", "transforms", "signs", "appends" });
        var attachment = document["content"]![0]!["attachment"]!;
        Assert.Equal(attachment["size"]!.GetValue<int>(), Convert.FromBase64String(attachment["data"]!.GetValue<string>()).Length);
    }

    // A root provision has no type, a nested one has; privacy consents name their patient (ppc-2).
    private static void Consent(JsonObject consent)
    {
        Assert.False(consent["provision"]!.AsObject().ContainsKey("type"));
        foreach (var type in consent["provision"]!["provision"]!.AsArray().Select(p => p!["type"]!.GetValue<string>())) Assert.Contains(type, new[] { "permit", "deny" });
    }

    private static void Provenance(JsonObject provenance)
    {
        Assert.All(provenance["agent"]!.AsArray(), a => Assert.NotNull(a!["who"]));
        foreach (var signature in provenance["signature"] as JsonArray ?? [])
        {
            Assert.True(signature!["type"] is JsonArray { Count: > 0 } && signature["when"] is not null && signature["who"] is not null);
            _ = Convert.FromBase64String(signature["data"]!.GetValue<string>());
        }
    }

    private static DateTimeOffset At(JsonNode node) => DateTimeOffset.Parse(node.GetValue<string>(), CultureInfo.InvariantCulture);

    private static void Walk(string path, JsonNode? node)
    {
        Assert.True(node is not null, $"{path} is null");
        switch (node)
        {
            case JsonObject o:
                Assert.True(o.Count > 0, $"{path} is empty");
                foreach (var (name, value) in o)
                {
                    if (name == "reference") Assert.Matches("^[A-Z][A-Za-z]+/[A-Za-z0-9.-]{1,64}$", value!.GetValue<string>());
                    if (Dates.Contains(name, StringComparer.Ordinal)) Assert.Matches(DateTimeForm(), value!.GetValue<string>());
                    if (name == "system") Assert.True(Uri.TryCreate(value!.GetValue<string>(), UriKind.Absolute, out _), $"{path}.{name}");
                    // Money may be owed or given back; quantities are never below zero.
                    if (name == "value" && !o.ContainsKey("currency") && value is JsonValue number && number.TryGetValue<decimal>(out var amount)) Assert.True(amount >= 0, $"{path}.{name}");
                    Walk($"{path}.{name}", value);
                }

                break;
            case JsonArray a:
                Assert.True(a.Count > 0, $"{path} is empty");
                for (var i = 0; i < a.Count; i++) Walk($"{path}[{i}]", a[i]);
                break;
            case JsonValue v when v.TryGetValue<string>(out var text):
                Assert.True(text.Length > 0 && text.Trim() == text, $"{path} is '{text}'");
                break;
        }
    }

    // Date, time to the second or finer, and the offset of the site.
    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$")]
    private static partial Regex DateTimeForm();
}
