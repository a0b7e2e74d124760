using System.Text.Json;
using System.Text.Json.Nodes;
using Clinic.Abstractions;
using Clinic.Api.Binding;
using Clinic.Api.Problems;
using Clinic.Api.Security;
using Clinic.Bridges.Fhir;
using Clinic.Dispensing.Rights;
using Clinic.EmergencyBilling.Rights;
using Clinic.Transcription.Rights;
using static Clinic.Dispensing.Rights.DispensingAct;

namespace Clinic.Api.Fhir;

/// <summary>Dispensing, catalogue, emergency stays and clinical reports as FHIR R4, to read only.</summary>
public static class FhirRoutes
{
    private const string Media = "application/fhir+json";

    /// <summary>Maps the routes.</summary>
    public static void MapFhir(this IEndpointRouteBuilder api)
    {
        // Each type asks for the rights of its own domain; here stands who may read any.
        Role[] readers =
        [
            .. DispensingRights.RolesFor(Read).Union(EmergencyRights.RolesFor(EmergencyAct.ReadStays)).Union(EmergencyRights.RolesFor(EmergencyAct.ReadBills))
                .Union(TranscriptionRights.RolesFor(TranscriptionAct.ReadTranscripts)),
        ];
        var r = api.MapGroup("").WithTags("FHIR");
        r.Read("/fhir/R4/metadata", "Says which FHIR R4 resources can be read.", Metadata);
        r.Read("/fhir/R4/{type}", "Lists FHIR R4 resources of a type, of a patient or an encounter.", ListAsync, readers);
        r.Read("/fhir/R4/{type}/{id}", "Reads one FHIR R4 resource.", FindAsync, readers);
    }

    private static IResult Metadata() => Answer(FhirMetadata.Statement(Enum.GetNames<FhirType>()));

    private static async Task<IResult> FindAsync(SiteReading reading, string type, string id, FhirExport export, CancellationToken ct) =>
        Answer(await export.FindAsync(reading.X, TypeOf(type), id, ct) ?? throw new ApiException(404, ApiRules.NothingOfThatId, ("kind", type), ("id", id)));

    private static async Task<IResult> ListAsync(
        SiteReading reading, string type, PatientId? patient, EncounterId? encounter, [AsParameters] Paged paged, FhirExport export, HttpContext http, CancellationToken ct)
    {
        var bundle = await export.ListAsync(reading.X, TypeOf(type), new(patient, encounter), paged.Request, ct);
        var self = http.Request.Path + http.Request.QueryString.Value;
        return Answer(bundle.ToJson(self, bundle.Next is { } next ? Next(http, next) : null));
    }

    private static string Next(HttpContext http, string mark)
    {
        var query = http.Request.Query.Where(q => !string.Equals(q.Key, "after", StringComparison.OrdinalIgnoreCase)).SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v)));
        return http.Request.Path + QueryString.Create(query.Append(KeyValuePair.Create("after", (string?)PageMarks.Seal(http, mark)))).Value;
    }

    private static FhirType TypeOf(string type) =>
        Enum.TryParse<FhirType>(type, ignoreCase: false, out var known) && Enum.IsDefined(known) && !char.IsDigit(type[0])
            ? known
            : throw new ApiException(404, ApiRules.NothingOfThatId, ("kind", "type"), ("id", type.Length > 60 ? $"{type.Length} characters" : type));

    private static IResult Answer(JsonObject resource) => Results.Text(resource.ToJsonString(Options), Media);

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All) };
}
