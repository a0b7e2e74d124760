using Clinic.Abstractions;
using Clinic.Api.Binding;
using Clinic.Api.Problems;
using Clinic.Api.Security;
using Clinic.Transcription;
using Clinic.Transcription.Consents;
using Clinic.Transcription.Rights;

namespace Clinic.Api.Transcription;

/// <summary>The forms that patients agree to.</summary>
internal static class ConsentRoutes
{
    public static void MapConsentForms(this IEndpointRouteBuilder api)
    {
        Role[] readers = [.. TranscriptionRights.RolesFor(TranscriptionAct.ReadSessions).Union(TranscriptionRights.RolesFor(TranscriptionAct.PublishConsentForms))];
        var r = api.MapGroup("").WithTags("Consent to recording");
        r.Read("/transcription/consent-forms", "Every consent form that was ever published, the newest first.", FormsAsync, readers);
        r.Read("/transcription/consent-forms/current", "The consent form that is shown now.", CurrentAsync, readers);
        r.Act("/transcription/consent-forms", "Publishes the next consent form; the ones before stay as they were.", TranscriptionAct.PublishConsentForms, PublishAsync);
    }

    private static async Task<IReadOnlyList<ConsentFormResponse>> FormsAsync(SiteReading reading, ConsentDesk desk, CancellationToken ct) =>
        [.. (await desk.FormsAsync(reading.X, ct)).Select(ConsentFormResponse.Of)];

    private static async Task<ConsentFormResponse> CurrentAsync(SiteReading reading, ConsentDesk desk, HttpContext http, CancellationToken ct)
    {
        var form = await desk.CurrentAsync(reading.X, ct) ?? throw new ApiException(404, ApiRules.NothingOfThatId, ("kind", "consent form"), ("id", "current"));
        ReadVersion.Tell(http, form.Version);
        return ConsentFormResponse.Of(form);
    }

    private static Task<ConsentFormAnswer> PublishAsync(SiteCommand command, ReadVersion read, Body<ConsentFormRequest> body, ConsentDesk desk, CancellationToken ct)
    {
        var b = body.Value;
        var after = read.OrAny(b.Version) ?? 0;
        if (after is < 0 or > int.MaxValue) throw new TranscriptionException(TranscriptionRules.FieldInvalid, ("field", "version"), ("found", after), ("allowed", "a version that was read"));
        return desk.PublishAsync(command.X, new() { After = (int)after, Scopes = Scopes.Of(b.Scopes), Texts = b.Texts }, ct);
    }
}
