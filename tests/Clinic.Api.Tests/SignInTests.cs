using System.Net;
using Clinic.Abstractions;
using Clinic.Api.Demo;

namespace Clinic.Api.Tests;

public class SignInTests
{
    [Theory]
    [InlineData("memory")]
    [InlineData("local")]
    public async Task A_person_signs_in_and_sees_who_they_are(string storage)
    {
        using var factory = ApiFactory.Of(storage);
        var nurse = await factory.AsAsync("NURSE");

        var me = await nurse.GetAsync("/api/v1/me");

        Assert.Equal("Elena Espinosa", me.Json["person"]!["name"]!.GetValue<string>());
        Assert.Equal("nurse", me.Json["person"]!["roles"]![0]!.GetValue<string>());
    }

    [Theory]
    [InlineData("nurse", "not the password")]
    [InlineData("nobody", "not the password")]
    public async Task Wrong_password_and_unknown_name_get_the_same_answer(string name, string password)
    {
        using var factory = ApiFactory.InMemory();

        var answer = await factory.Anonymous().TrySignInAsync(name, password);

        answer.Refused(401, ClinicRules.CredentialRefused);
        Assert.DoesNotContain(password, answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nurse")]
    [InlineData("nobody")]
    public async Task Five_failures_lock_the_name_also_for_the_right_password_until_the_lock_ends(string name)
    {
        using var factory = ApiFactory.InMemory();
        var caller = factory.Anonymous();
        for (var i = 0; i < 5; i++) (await caller.TrySignInAsync(name, "wrong password")).Refused(401, ClinicRules.CredentialRefused);

        var locked = await caller.TrySignInAsync(name, DemoPeople.Password);

        locked.Refused(403, ClinicRules.CredentialLocked);
        Assert.Equal("900", locked.Headers["Retry-After"]);
        factory.Clock.AdvanceMinutes(16);
        var later = await caller.TrySignInAsync(name, DemoPeople.Password);
        Assert.Equal(name == "nurse" ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, later.Status);
    }

    [Fact]
    public async Task An_administrator_ends_a_lock()
    {
        using var factory = ApiFactory.InMemory();
        var administrator = await factory.AsAsync("administrator");
        var caller = factory.Anonymous();
        for (var i = 0; i < 6; i++) await caller.TrySignInAsync("nurse", "wrong password");

        await administrator.OkAsync($"/api/v1/people/{await PersonAsync(administrator, "nurse")}/unlock");

        Assert.Equal(HttpStatusCode.OK, (await caller.TrySignInAsync("nurse", DemoPeople.Password)).Status);
    }

    [Theory]
    [InlineData("pin", "482915")]
    [InlineData("badge", "BADGE-0042")]
    public async Task Pin_and_badge_never_sign_in(string kind, string secret)
    {
        using var factory = ApiFactory.InMemory();
        var administrator = await factory.AsAsync("administrator");
        await administrator.OkAsync($"/api/v1/people/{await PersonAsync(administrator, "nurse")}/credentials", new { kind, secret });

        (await factory.Anonymous().TrySignInAsync("nurse", secret)).Refused(401, ClinicRules.CredentialRefused);
    }

    [Theory]
    [InlineData("memory")]
    [InlineData("file")]
    public async Task A_badge_is_held_by_one_person_and_the_refusal_names_nobody(string storage)
    {
        using var factory = ApiFactory.Of(storage);
        var administrator = await factory.AsAsync("administrator");
        var (nurse, pharmacist) = (await PersonAsync(administrator, "nurse"), await PersonAsync(administrator, "pharmacist"));
        await administrator.OkAsync($"/api/v1/people/{nurse}/credentials", new { kind = "badge", secret = "BADGE-0042" });

        var refused = await administrator.PostAsync($"/api/v1/people/{pharmacist}/credentials", new { kind = "badge", secret = "BADGE-0042" });

        refused.Refused(409, ClinicRules.NameTaken);
        Assert.All([nurse, "nurse", "BADGE-0042"], text => Assert.DoesNotContain(text, refused.Text, StringComparison.OrdinalIgnoreCase));
        await administrator.OkAsync($"/api/v1/people/{nurse}/credentials", new { kind = "badge", secret = "BADGE-0042" });
    }

    [Fact]
    public async Task Every_attempt_is_in_the_audit_and_no_secret_is()
    {
        using var factory = ApiFactory.InMemory();
        await factory.Anonymous().TrySignInAsync("nurse", "wrong password");
        var auditor = await factory.AsAsync("auditor");

        var audit = await auditor.GetAsync("/api/v1/audit?size=100");

        Assert.Contains("person.signed-in", audit.Text, StringComparison.Ordinal);
        Assert.Contains(ClinicRules.CredentialRefused, audit.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong password", audit.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(DemoPeople.Password, audit.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("memory")]
    [InlineData("local")]
    public async Task A_retired_person_loses_access_at_once(string storage)
    {
        using var factory = ApiFactory.Of(storage);
        var administrator = await factory.AsAsync("administrator");
        var nurse = await factory.AsAsync("nurse");

        await administrator.OkAsync($"/api/v1/people/{await PersonAsync(administrator, "nurse")}/retire", new { version = 1 });

        (await nurse.GetAsync("/api/v1/me")).Refused(401, "API101");
        (await nurse.TrySignInAsync("nurse", DemoPeople.Password)).Refused(401, ClinicRules.CredentialRefused);
        (await RefreshAsync(nurse)).Refused(401, "API101");
    }

    [Fact]
    public async Task Changed_roles_count_at_the_next_request()
    {
        using var factory = ApiFactory.InMemory();
        var administrator = await factory.AsAsync("administrator");
        var nurse = await factory.AsAsync("nurse");
        (await nurse.GetAsync("/api/v1/audit")).Refused(403, "API102");

        await administrator.OkAsync($"/api/v1/people/{await PersonAsync(administrator, "nurse")}/rights", new { roles = new[] { "supervisor" }, departments = Array.Empty<string>(), version = 1 });

        Assert.Equal(HttpStatusCode.OK, (await nurse.GetAsync("/api/v1/audit")).Status);
    }

    [Fact]
    public async Task A_new_password_ends_earlier_sessions()
    {
        using var factory = ApiFactory.InMemory();
        var administrator = await factory.AsAsync("administrator");
        var nurse = await factory.AsAsync("nurse");

        await administrator.OkAsync($"/api/v1/people/{await PersonAsync(administrator, "nurse")}/credentials", new { kind = "password", secret = "otra-clave-larga-7" });

        (await nurse.GetAsync("/api/v1/me")).Refused(401, "API101");
        (await RefreshAsync(nurse)).Refused(401, "API101");
        await nurse.SignInAsync("nurse", "otra-clave-larga-7");
        Assert.Equal(HttpStatusCode.OK, (await nurse.GetAsync("/api/v1/me")).Status);
    }

    [Fact]
    public async Task A_person_changes_their_own_password_with_the_present_one()
    {
        using var factory = ApiFactory.InMemory();
        var nurse = await factory.AsAsync("nurse");

        (await nurse.PostAsync("/api/v1/me/secret", new { kind = "password", password = "not mine at all", secret = "otra-clave-larga-7" })).Refused(403, ClinicRules.CredentialRefused);
        await nurse.OkAsync("/api/v1/me/secret", new { kind = "password", password = DemoPeople.Password, secret = "otra-clave-larga-7" });

        await nurse.SignInAsync("nurse", "otra-clave-larga-7");
    }

    [Fact]
    public async Task A_refresh_token_gives_a_new_token()
    {
        using var factory = ApiFactory.InMemory();
        var nurse = await factory.AsAsync("nurse");

        var answer = await RefreshAsync(nurse);

        nurse.Use(answer);
        Assert.Equal(HttpStatusCode.OK, (await nurse.GetAsync("/api/v1/me")).Status);
        (await nurse.PostAsync("/api/v1/sign-in/refresh", new { refreshToken = "made up" })).Refused(401, "API101");
    }

    [Fact]
    public async Task A_made_up_token_is_no_token()
    {
        using var factory = ApiFactory.InMemory();
        var caller = factory.Anonymous();
        caller.Client.DefaultRequestHeaders.Authorization = new("Bearer", "CfDJ8madeup");

        var answer = await caller.GetAsync("/api/v1/me");

        answer.Refused(401, "API101");
        Assert.Equal("Bearer", answer.Headers["WWW-Authenticate"]);
    }

    [Fact]
    public async Task Too_many_requests_from_one_address_are_refused_with_a_time_to_wait()
    {
        using var factory = ApiFactory.InMemory().Set("Clinic:Authentication:SignInsPerMinute", "3");
        var caller = factory.Anonymous();
        for (var i = 0; i < 3; i++) await caller.TrySignInAsync("nurse", DemoPeople.Password);

        var answer = await caller.TrySignInAsync("nurse", DemoPeople.Password);

        answer.Refused(429, "API130");
        Assert.InRange(int.Parse(answer.Headers["Retry-After"], System.Globalization.CultureInfo.InvariantCulture), 1, 60);
    }

    [Fact]
    public async Task Another_clinic_does_not_know_these_people()
    {
        using var factory = ApiFactory.InMemory();

        var answer = await factory.Anonymous().PostAsync("/api/v1/sign-in", new { signInName = "nurse", password = DemoPeople.Password, tenant = Guid.CreateVersion7().ToString() });

        answer.Refused(401, ClinicRules.CredentialRefused);
        (await factory.Anonymous().PostAsync("/api/v1/sign-in", new { signInName = "nurse", password = "x", tenant = "7" })).Refused(400, "API116");
    }

    private static Task<ApiAnswer> RefreshAsync(ApiCaller caller) => caller.PostAsync("/api/v1/sign-in/refresh", new { refreshToken = caller.RefreshToken });

    private static async Task<string> PersonAsync(ApiCaller administrator, string signIn) =>
        (await administrator.GetAsync("/api/v1/people?size=100")).Json["items"]!.AsArray().Single(p => p!["signInName"]!.GetValue<string>() == signIn)!["id"]!.GetValue<string>();
}
