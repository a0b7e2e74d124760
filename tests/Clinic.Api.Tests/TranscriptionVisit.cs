using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Clinic.Abstractions;
using Clinic.Hosts;
using Microsoft.Extensions.DependencyInjection;

namespace Clinic.Api.Tests;

/// <summary>The demo clinic with a consent form, a physician, an assistant, others and a patient, seen over HTTP.</summary>
public sealed class TranscriptionVisit
{
    public const string Root = "/api/v1/transcription";
    public const string Recorder = "page-1";

    public static readonly string[] All = ["record", "transcribe", "aiDraft", "keep", "externalProvider"];

    public static readonly object OnScreen = new { giver = "patient", manner = "onScreen" };

    public const string Throat =
        "Doctor: ¿Qué la trae por aquí?\nPaciente: Vengo por dolor de garganta desde hace cuatro días.\nDoctor: Es una faringitis. Le receto paracetamol de quinientos miligramos cada ocho horas.";

    public required ApiFactory Factory { get; init; }

    public required ApiCaller Physician { get; init; }

    public required ApiCaller Assistant { get; init; }

    public required ApiCaller Supervisor { get; init; }

    public required ApiCaller Other { get; init; }

    public required string PhysicianId { get; init; }

    public required string AssistantId { get; init; }

    public required string Patient { get; init; }

    public static async Task<TranscriptionVisit> OpenAsync(ApiFactory factory)
    {
        var (physician, assistant, supervisor) = (await factory.AsAsync("physician"), await factory.AsAsync("assistant"), await factory.AsAsync("supervisor"));
        await supervisor.OkAsync($"{Root}/consent-forms", Form(0));
        return new()
        {
            Factory = factory,
            Physician = physician,
            Assistant = assistant,
            Supervisor = supervisor,
            Other = await factory.AsAsync("physician-2"),
            PhysicianId = await IdAsync(physician),
            AssistantId = await IdAsync(assistant),
            Patient = await StayTests.PatientAsync(physician, "Ana Ñáñez"),
        };
    }

    public static object Form(int version) => new
    {
        scopes = All,
        texts = new[] { new { language = "es", title = "Grabación", body = "Acepto que se grabe.\nY nada más." } },
        version,
    };

    public static string Of(string session) => $"{Root}/sessions/{session}";

    public async Task<string> CreateAsync() =>
        (await Physician.OkAsync($"{Root}/sessions", new { patient = Patient, physician = PhysicianId, assistant = AssistantId }))["session"];

    public Task<ApiAnswer> GrantAsync(string session, params string[] scopes) =>
        Physician.OkAsync($"{Of(session)}/consent/grant", new { formVersion = 1, scopes = scopes.Length == 0 ? All : scopes, given = OnScreen });

    public async Task<string> GrantedAsync(params string[] scopes)
    {
        var session = await CreateAsync();
        await GrantAsync(session, scopes);
        return session;
    }

    public async Task<string> RecordingAsync(params string[] scopes)
    {
        var session = await GrantedAsync(scopes);
        await Physician.OkAsync($"{Of(session)}/start", new { recorder = Recorder, format = Raw });
        return session;
    }

    /// <summary>A session whose text was typed.</summary>
    public async Task<string> TypedAsync(string text = Throat)
    {
        var session = await GrantedAsync();
        var brought = await BringAsync(Physician, session, text, typed: true);
        Assert.Equal("transcribed", brought["status"]);
        return session;
    }

    public static object Raw => new { mediaType = "audio/l16", encoding = "linear16", sampleRate = 16_000 };

    public static Task<ApiAnswer> ChunkAsync(ApiCaller caller, string session, long offset, byte[] bytes, string recorder = Recorder) =>
        PutAsync(caller, $"{Of(session)}/audio?offset={offset}&recorder={recorder}", bytes);

    public static Task<ApiAnswer> PutAsync(ApiCaller caller, string path, byte[] bytes)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return caller.SendAsync(HttpMethod.Put, path, content);
    }

    public static Task<ApiAnswer> BringAsync(ApiCaller caller, string session, string text, bool typed = false, string type = "text/plain", string? key = null) =>
        caller.PostAsync($"{Of(session)}/transcript{(typed ? "?typed=true" : "")}", new StringContent(text, Encoding.UTF8, type), key);

    public async Task RunAsync(string job)
    {
        var report = await Factory.Services.GetServices<IClinicJob>().Single(j => j.Name == job)
            .RunOnceAsync(Factory.Services.GetRequiredService<ClinicSettings>().Tenant, TestContext.Current.CancellationToken);
        Assert.Equal(0, report.Failed);
    }

    public async Task<List<string>> AuditAsync(string kind, string id) =>
        [.. (await (await Factory.AsAsync("auditor")).GetAsync($"/api/v1/audit?subjectKind={kind}&subjectId={id}&size=100")).Json["items"]!.AsArray().Select(e => e!["action"]!.GetValue<string>())];

    public static JsonArray Items(ApiAnswer answer) => answer.Json["items"]!.AsArray();

    private static async Task<string> IdAsync(ApiCaller caller) => (await caller.GetAsync("/api/v1/me")).Json["person"]!["id"]!.GetValue<string>();
}
