using static Clinic.Api.Tests.TranscriptionVisit;

namespace Clinic.Api.Tests;

/// <summary>Every field of every request about recorded visits takes every nasty value: no inner failure, and no refusal without a code.</summary>
public class TranscriptionNastyTests
{
    [Theory]
    [InlineData("memory")]
    [InlineData("local")]
    public async Task No_value_of_any_field_breaks_the_host(string storage)
    {
        using var factory = ApiFactory.Of(storage);
        var v = await OpenAsync(factory);
        // Before the form is published anew.
        var session = await v.GrantedAsync();
        var failures = new List<string>();
        var statuses = new Dictionary<int, int>();
        foreach (var (caller, path, body) in await RequestsAsync(v))
        {
            foreach (var mutant in NastyValues.In(body)) Look(await caller.PostAsync(path, mutant), $"{path} {mutant}");
        }

        foreach (var mutant in NastyValues.In(new { segments = new[] { new { speaker = "Doctor", text = "¿Qué le pasa?", start = 0.5, end = 1.5 } }, language = "es" }))
            Look(await BringAsync(v.Physician, session, mutant, type: "application/json"), $"transcript {mutant}");
        foreach (var value in NastyValues.Values.Select(x => Uri.EscapeDataString(x.Trim('"').Replace("\\u0000", "\0", StringComparison.Ordinal))))
        {
            foreach (var path in (string[])[$"sessions?status={value}", $"sessions?patient={value}", $"sessions?from={value}", $"sessions?after={value}&size={value}", $"reports?status={value}&until={value}", $"reports?after={value}",
                $"search?q={value}", $"search?q=garganta&kind={value}", $"search?q=garganta&patient={value}", $"search?q=garganta&after={value}", $"sessions/{value}", $"reports/{value}/page?language={value}"])
            {
                // A path with a null character reaches no host.
                if (!path.Split('?')[0].Contains("%00", StringComparison.Ordinal)) Look(await v.Physician.GetAsync($"{Root}/{path}"), path);
            }

            Look(await PutAsync(v.Physician, $"{Of(session)}/audio?offset={value}&recorder={value}", [1, 2]), $"audio {value}");
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures.Take(10)));
        Assert.All([200, 400, 404, 409, 422], status => Assert.True(statuses.GetValueOrDefault(status) > 0, $"no {status} among {string.Join(", ", statuses)}"));
        Assert.True(statuses.Values.Sum() > 3000, $"only {statuses.Values.Sum()} requests");

        void Look(ApiAnswer answer, string what)
        {
            statuses[(int)answer.Status] = statuses.GetValueOrDefault((int)answer.Status) + 1;
            if ((int)answer.Status >= 500 || ((int)answer.Status >= 400 && answer.Code is null)) failures.Add($"{what}: {answer.Status} {answer.Text}");
            if (answer.Text.Length > 60_000) failures.Add($"{what}: {answer.Text.Length} characters");
        }
    }

    private static async Task<IReadOnlyList<(ApiCaller Caller, string Path, object Body)>> RequestsAsync(TranscriptionVisit v)
    {
        var (p, s) = (v.Physician, v.Supervisor);
        var (created, ready, imported, typed, narrowed, cancelled) = (await v.CreateAsync(), await v.GrantedAsync(), await v.GrantedAsync(), await v.TypedAsync(), await v.TypedAsync(), await v.GrantedAsync());
        var given = new { giver = "patient", manner = "verbal", relation = "madre", witness = v.AssistantId, language = "es" };
        var changes = new object[]
        {
            new { kind = "reword", number = 1, text = "Dolor.", section = "plan" }, new { kind = "insert", section = "plan", text = "Reposo.", evidence = new[] { new { segment = 0, start = 0, length = 3 } }, polarity = "affirmed" },
            new { kind = "see", numbers = new[] { 1, 2 } },
        };
        var report = $"{Root}/reports/{(await p.OkAsync($"{Root}/reports", new { session = typed }))["report"]}";
        var manual = $"{Root}/reports/{(await p.OkAsync($"{Root}/reports", new { session = narrowed, isManual = true }))["report"]}";
        await v.RunAsync("transcription.reports");
        return
        [
            (p, $"{Root}/sessions", new { patient = v.Patient, physician = v.PhysicianId, kind = "conversation", assistant = v.AssistantId, encounter = Guid.CreateVersion7(), language = "es" }),
            (p, $"{Of(created)}/consent/grant", new { formVersion = 1, scopes = All, given, version = 1 }),
            (p, $"{Of(created)}/assign", new { assistant = v.AssistantId, version = 1 }),
            (s, $"{Of(created)}/hold", new { reason = "x", version = 1 }),
            (s, $"{Of(created)}/release", new { version = 1 }),
            (p, $"{Of(ready)}/start", new { recorder = Recorder, format = Raw, version = 2 }),
            (p, $"{Of(ready)}/pause", new { reason = "private", version = 3 }),
            (p, $"{Of(ready)}/resume", new { recorder = Recorder, version = 4 }),
            (p, $"{Of(ready)}/alive", new { recorder = Recorder }),
            (p, $"{Of(ready)}/stop", new { version = 5 }),
            (p, $"{Of(ready)}/retry", new { version = 5 }),
            (p, $"{Of(ready)}/hear-anew", new { replaceCorrections = true, version = 5 }),
            (p, $"{Of(imported)}/import", new { format = new { mediaType = "audio/wav", encoding = "linear16", sampleRate = 16_000, channels = 1 }, version = 2 }),
            (p, $"{Of(imported)}/import/finish", new { version = 3 }),
            (p, $"{Of(typed)}/transcript/roles", new { roles = new { Doctor = "physician" }, version = 1 }),
            (p, $"{Of(typed)}/transcript/correct", new { segment = 0, text = "¿Qué la trae?", version = 1 }),
            (p, $"{Root}/reports", new { session = typed, isManual = false, drafter = "offline", template = "visit" }),
            (p, $"{report}/edit", new { changes, version = 3 }),
            (v.Assistant, $"{report}/suggestions", new { changes, version = 3 }),
            (p, $"{report}/suggestions/1/decide", new { take = true, version = 3 }),
            (p, $"{report}/findings/x/override", new { words = "así fue", version = 3 }),
            (p, $"{report}/sign", new { version = 3 }),
            (p, $"{report}/amend", new { kind = "amended", reason = "x", changes, version = 3 }),
            (p, $"{report}/addenda", new { text = "x", version = 3 }),
            (p, $"{report}/file", new { version = 3 }),
            (s, $"{report}/entered-in-error", new { reason = "x", version = 3 }),
            (p, $"{manual}/reject", new { reason = "x", version = 1 }),
            (p, $"{manual}/ask-drafter", new { drafter = "offline", version = 2 }),
            (p, $"{manual}/write", new { version = 2 }),
            (p, $"{Root}/recorder", new { quality = "speech", language = "es", device = "x", version = 1 }),
            (p, $"{Of(narrowed)}/consent/withdraw", new { scopes = new[] { "keep" }, given, version = 3 }),
            (p, $"{Of(cancelled)}/consent/refuse", new { given, formVersion = 1, version = 2 }),
            (p, $"{Of(cancelled)}/cancel", new { reason = "x", version = 2 }),
            (s, $"{Root}/patients/{v.Patient}/hold", new { reason = "x" }),
            (s, $"{Root}/patients/{v.Patient}/erase", new { given }),
            (s, $"{Root}/consent-forms", new { scopes = All, texts = new[] { new { language = "es", title = "Grabación", body = "Acepto." } }, version = 1 }),
        ];
    }
}
