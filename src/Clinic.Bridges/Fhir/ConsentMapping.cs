using System.Globalization;
using System.Text.Json.Nodes;
using Clinic.Transcription.Consents;
using Clinic.Transcription.Sessions;
using NodaTime;
using static Clinic.Bridges.Fhir.FhirJson;

namespace Clinic.Bridges.Fhir;

/// <summary>What a patient agreed to for one session as Consent.</summary>
public static class ConsentMapping
{
    /// <summary>The resource; its id is the session's. Null while nobody has decided anything.</summary>
    /// <param name="session">The session.</param>
    /// <param name="decisions">Its decisions, in their order.</param>
    /// <param name="zone">The zone of the site.</param>
    /// <param name="options">How things are named.</param>
    public static JsonObject? Of(SessionSnapshot session, IReadOnlyList<ConsentDecision> decisions, DateTimeZone zone, FhirOptions options)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(decisions);
        ArgumentNullException.ThrowIfNull(zone);
        ArgumentNullException.ThrowIfNull(options);
        if (ReportStatuses.Consent(session.Consent) is not { } status || decisions.Count == 0) return null;
        var (granted, last) = (ConsentScopes.Each(session.Consent.Granted), decisions[^1]);
        return Object(
            ("resourceType", "Consent"),
            ("id", session.Id.ToString()),
            ("identifier", List(Object(("system", options.Extension("session")), ("value", session.Id.ToString())))),
            ("status", status),
            ("scope", Concept(Coding("http://terminology.hl7.org/CodeSystem/consentscope", "patient-privacy", "Privacy Consent"))),
            ("category", List(Concept(Coding(ReportSections.Loinc, "59284-0", "Patient Consent")))),
            ("patient", Reference("Patient", session.Patient.Value)),
            ("dateTime", At(last.At, zone)),
            ("performer", last.Given.Giver == ConsentGiver.Patient ? List(Reference("Patient", session.Patient.Value)) : List(Object(("type", "RelatedPerson"), ("display", Text(last.Given.Relation))))),
            ("policyRule", Concept(FormOf(session, decisions) is { } form ? Coding(options.Extension("consent-form"), form.ToString(CultureInfo.InvariantCulture)) : null, "opt-in")),
            ("provision", Object(("provision", List(
                Provision("permit", granted, options),
                Provision("deny", [.. ConsentScopes.Each(ConsentScopes.All).Except(granted)], options))))));
    }

    private static int? FormOf(SessionSnapshot session, IReadOnlyList<ConsentDecision> decisions) => session.Consent.FormVersion ?? decisions.LastOrDefault(d => d.FormVersion is not null)?.FormVersion;

    private static JsonObject? Provision(string type, IReadOnlyList<ConsentScope> scopes, FhirOptions options) => scopes.Count == 0 ? null : Object(
        ("type", type),
        ("code", List(scopes.Select(s => Concept(Coding(options.Extension("consent-scope"), CodeOf(s)))))));

    private static string CodeOf(ConsentScope scope) => scope switch
    {
        ConsentScope.Record => "record",
        ConsentScope.Transcribe => "transcribe",
        ConsentScope.AiDraft => "ai-draft",
        ConsentScope.Keep => "keep",
        ConsentScope.ExternalProvider => "external-provider",
        _ => throw new ArgumentOutOfRangeException(nameof(scope), scope, "Unknown scope."),
    };
}
