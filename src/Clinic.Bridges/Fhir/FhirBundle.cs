using System.Text.Json.Nodes;
using static Clinic.Bridges.Fhir.FhirJson;

namespace Clinic.Bridges.Fhir;

/// <summary>A page of resources.</summary>
/// <param name="Resources">The resources.</param>
/// <param name="Next">The mark of the next page; null on the last.</param>
public sealed record FhirBundle(IReadOnlyList<JsonObject> Resources, string? Next)
{
    /// <summary>The page as a Bundle of the type searchset.</summary>
    /// <param name="self">The address of this page.</param>
    /// <param name="next">The address of the next page; null on the last.</param>
    public JsonObject ToJson(string self, string? next) => Object(
        ("resourceType", "Bundle"),
        ("type", "searchset"),
        ("link", List(
            Object(("relation", "self"), ("url", self)),
            next is null ? null : Object(("relation", "next"), ("url", next)))),
        ("entry", List(Resources.Select(r => Object(
            ("fullUrl", $"{r["resourceType"]!.GetValue<string>()}/{r["id"]!.GetValue<string>()}"),
            ("resource", r),
            ("search", Object(("mode", "match"))))))));
}
