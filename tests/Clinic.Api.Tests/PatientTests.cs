using System.Net;
using System.Text.Json.Nodes;
using Clinic.Abstractions;

namespace Clinic.Api.Tests;

public class PatientTests
{
    private const string Document = "0912345678";

    private static readonly object Jose = new { name = "José Muñoz", documentKind = "cedula", documentNumber = Document, contact = "+593 99", allergies = new[] { "penicilina" } };

    [Theory]
    [InlineData("memory")]
    [InlineData("local")]
    public async Task A_patient_is_registered_found_read_and_revised(string storage)
    {
        using var factory = ApiFactory.Of(storage);
        var (reception, nurse) = (await factory.AsAsync("reception"), await factory.AsAsync("nurse"));
        var key = Guid.NewGuid().ToString();
        var id = (await reception.OkAsync("/api/v1/patients", Jose, key))["patient"];
        Assert.Equal(id, (await reception.OkAsync("/api/v1/patients", Jose, key))["patient"]);

        var found = Assert.Single((await nurse.GetAsync("/api/v1/patients?text=MUNOZ%20jos")).Json.AsArray())!;
        Assert.Equal((id, Document), (found["id"]!.GetValue<string>(), found["documentNumber"]!.GetValue<string>()));
        Assert.Null(found["allergies"]);
        Assert.Single((await nurse.GetAsync("/api/v1/patients?text=0912")).Json.AsArray());
        Assert.Empty((await nurse.GetAsync("/api/v1/patients?text=nadie")).Json.AsArray());
        var read = await nurse.GetAsync($"/api/v1/patients/{id}");
        Assert.Equal(("José Muñoz", "\"1\"", "penicilina"), (read["name"], read.Headers["ETag"], read.Json["allergies"]![0]!.GetValue<string>()));
        Assert.Equal(id, (await nurse.GetAsync($"/api/v1/patients/by-document?kind=cedula&number={Document}"))["id"]);

        await nurse.OkAsync($"/api/v1/patients/{id}/revise", new { name = "José Muñoz Peña", version = 1 });
        var revised = await nurse.PostAsync($"/api/v1/patients/{id}/revise", new { name = "José" }, change: r => r.Headers.TryAddWithoutValidation("If-Match", "\"2\""));

        Assert.Equal(3, revised.Json["version"]!.GetValue<long>());
        (await nurse.PostAsync($"/api/v1/patients/{id}/revise", new { name = "José", version = 1 })).Refused(409, ClinicRules.StaleVersion);
        (await nurse.PostAsync($"/api/v1/patients/{id}/revise", new { name = "José" })).Refused(400, "API123");
        (await nurse.GetAsync($"/api/v1/patients/by-document?kind=cedula&number={Document}")).Refused(404, ClinicRules.PatientUnknown);
    }

    [Fact]
    public async Task Every_look_is_in_the_audit_and_nothing_of_the_patient()
    {
        using var factory = ApiFactory.InMemory();
        var (reception, auditor) = (await factory.AsAsync("reception"), await factory.AsAsync("auditor"));
        var id = (await reception.OkAsync("/api/v1/patients", Jose))["patient"];
        await auditor.GetAsync($"/api/v1/patients/{id}");
        await auditor.GetAsync($"/api/v1/patients/by-document?kind=cedula&number={Document}");
        await auditor.GetAsync("/api/v1/patients/by-document?kind=cedula&number=99887766");

        var about = (await auditor.GetAsync($"/api/v1/audit?subjectKind=core.patient&subjectId={id}")).Json["items"]!.AsArray();
        var all = (await auditor.GetAsync("/api/v1/audit?size=500")).Text;

        Assert.Equal(["patient.read", "patient.read", "patient.registered"], about.Select(e => e!["action"]!.GetValue<string>()).Order(StringComparer.Ordinal));
        Assert.All(["José", "Mu", "0912345", "+593 99", "penicilina", "99887766"], private_ => Assert.DoesNotContain(private_, all, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_saw_or_changed_a_patient_is_told_with_session_and_route_to_auditors_only()
    {
        using var factory = ApiFactory.InMemory();
        var (reception, nurse, auditor) = (await factory.AsAsync("reception"), await factory.AsAsync("nurse"), await factory.AsAsync("auditor"));
        var id = (await reception.OkAsync("/api/v1/patients", Jose))["patient"];
        await nurse.GetAsync("/api/v1/patients?text=munoz");
        await nurse.GetAsync($"/api/v1/patients/{id}");
        await nurse.OkAsync($"/api/v1/patients/{id}/revise", new { name = "José Muñoz Peña", version = 1 });

        var log = (await auditor.GetAsync($"/api/v1/patients/{id}/audit")).Json["items"]!.AsArray().OrderBy(e => e!["action"]!.GetValue<string>(), StringComparer.Ordinal).ToList();

        Assert.Equal(["patient.found", "patient.read", "patient.registered", "patient.revised"], log.Select(e => e!["action"]!.GetValue<string>()));
        Assert.Equal(["GET /api/v1/patients", "GET /api/v1/patients/{patient}", "POST /api/v1/patients", "POST /api/v1/patients/{patient}/revise"],
            log.Select(e => $"{e!["request"]!["method"]} {e["request"]!["endpoint"]}"));
        var sessions = log.Select(e => e!["request"]!["session"]!.GetValue<string>()).ToList();
        Assert.Equal((2, true), (sessions.Distinct().Count(), sessions[0] == sessions[1] && sessions[1] == sessions[3]));
        Assert.All(log, e => Assert.Matches("^[a-z0-9-]+:[0-9a-f]{64}$", e!["requestHash"]!.GetValue<string>()));
        Assert.All(log, e => Assert.Matches("^[a-z0-9-]+:[0-9a-f]{64}$", e!["responseHash"]!.GetValue<string>()));
        Assert.All(log, e => Assert.NotNull(e!["references"]));
        (await nurse.GetAsync($"/api/v1/patients/{id}/audit")).Refused(403, "API102");
    }

    [Fact]
    public async Task Faults_are_named_all_at_once_in_the_language_asked_for_and_a_taken_document_names_nobody()
    {
        using var factory = ApiFactory.InMemory();
        var reception = (await factory.AsAsync("reception")).Speaking("es");
        await reception.OkAsync("/api/v1/patients", Jose);

        var bad = await reception.PostAsync("/api/v1/patients", new { name = " x", documentKind = "cedula", contact = "", allergies = new[] { "" } });
        var taken = await reception.PostAsync("/api/v1/patients", new { name = "Otra", documentKind = "cedula", documentNumber = Document });

        bad.Refused(400, ClinicRules.Malformed);
        Assert.Equal(["name", "documentNumber", "contact", "allergies[0]"], bad.Json["errors"]!.AsArray().Select(e => e!["facts"]!["field"]!.GetValue<string>()));
        Assert.Contains("Ya hay un paciente", taken.Refused(409, ClinicRules.DocumentTaken)["detail"], StringComparison.Ordinal);
        Assert.DoesNotContain("José", taken.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Document, taken.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/patients", "text")]
    [InlineData("/api/v1/patients?text=%20", "text")]
    [InlineData("/api/v1/patients?text=a%00", "text")]
    [InlineData("/api/v1/patients?text=a&most=0", "most")]
    [InlineData("/api/v1/patients?text=a&most=51", "most")]
    [InlineData("/api/v1/patients?text=a&most=x", "most")]
    [InlineData("/api/v1/patients/by-document?kind=cedula", "number")]
    [InlineData("/api/v1/patients/by-document?number=1", "kind")]
    public async Task A_look_up_that_asks_for_nothing_is_refused_by_name(string path, string parameter)
    {
        using var factory = ApiFactory.InMemory();

        var answer = (await (await factory.AsAsync("nurse")).GetAsync(path)).Refused(400, "API118");

        Assert.Equal(parameter, answer.Json["errors"]![0]!["facts"]!["parameter"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_list_is_cut_where_it_was_asked()
    {
        using var factory = ApiFactory.InMemory();
        var reception = await factory.AsAsync("reception");
        foreach (var name in new[] { "Zoila Ruiz", "Álvaro Ruiz", "Bea Ruiz" }) await reception.OkAsync("/api/v1/patients", new { name });

        var found = await reception.GetAsync("/api/v1/patients?text=ruiz&most=2");

        Assert.Equal(HttpStatusCode.OK, found.Status);
        Assert.Equal(["Álvaro Ruiz", "Bea Ruiz"], ((JsonArray)found.Json).Select(p => p!["name"]!.GetValue<string>()));
    }
}
