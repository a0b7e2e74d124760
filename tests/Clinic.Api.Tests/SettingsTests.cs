using Clinic.Bridges.Dispensing;
using Clinic.Dispensing;
using Clinic.Dispensing.Dispensations;
using Clinic.Hosts;
using Clinic.Pharmacy.Alerts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Clinic.Api.Tests;

public class SettingsTests
{
    private static readonly string Key = Convert.ToBase64String(new byte[32]);

    [Theory]
    [InlineData("Clinic:Tenant", "seven", "Clinic:Tenant is 'seven'; allowed is a UUID.")]
    [InlineData("Clinic:RunJobs", "often", "Clinic:RunJobs is 'often'; allowed is true or false.")]
    [InlineData("DB_MODE", "remote", "TURSO_DATABASE_URL is not set")]
    [InlineData("DB_MODE", "replica", "does not have yet; allowed are local and remote")]
    [InlineData("DB_MODE", "paper", "DB_MODE is 'paper'; allowed are local and remote.")]
    [InlineData("Clinic:Storage", "memory", "is for Development only")]
    public void A_value_that_cannot_be_used_is_named(string key, string value, string message) =>
        Assert.Contains(message, Assert.Throws<SetupException>(() => Settings("Production", (key, value))).Message, StringComparison.Ordinal);

    [Fact]
    public void Defaults_are_safe_in_production_and_handy_in_development()
    {
        var production = Settings("Production");
        var development = Settings("Development");

        Assert.False(production.RunJobs || production.Demo);
        Assert.True(development.RunJobs && development.Demo);
        Assert.Equal(Path.Combine(Path.GetTempPath(), "data", "clinic.db"), production.DataSource);
        Assert.Equal(Path.Combine(Path.GetTempPath(), "data", "clinic-data"), production.DataFolder);
        Assert.False(Settings("Production", ("Clinic:Demo", "true")).Demo);
    }

    [Fact]
    public void A_server_is_named_by_the_environment()
    {
        var settings = Settings("Production", ("DB_MODE", "remote"), ("TURSO_DATABASE_URL", "libsql://db.example.org"), ("TURSO_AUTH_TOKEN", "t"), ("TURSO_NAMESPACE", "n"));
        var options = new Clinic.Storage.Turso.TursoOptions();
        settings.Server!.Apply(options);

        Assert.Equal((StorageMode.Remote, "libsql://db.example.org"), (settings.Mode, settings.DataSource));
        Assert.Equal(("libsql://db.example.org", "t", "n"), (options.DataSource, options.AuthToken, options.Namespace));
        Assert.Equal(Path.Combine(Path.GetTempPath(), "data", "clinic-data"), settings.DataFolder);
    }

    [Fact]
    public async Task A_token_in_a_file_is_read_whenever_it_is_needed()
    {
        var file = Path.GetTempFileName();
        var settings = Settings("Production", ("DB_MODE", "remote"), ("TURSO_DATABASE_URL", "libsql://db.example.org"), ("TURSO_AUTH_TOKEN_FILE", file));
        var options = new Clinic.Storage.Turso.TursoOptions();
        settings.Server!.Apply(options);

        await File.WriteAllTextAsync(file, "first\n", TestContext.Current.CancellationToken);
        Assert.Equal("first", await options.AuthTokenProvider!(TestContext.Current.CancellationToken));
        await File.WriteAllTextAsync(file, "second\n", TestContext.Current.CancellationToken);
        Assert.Equal("second", await options.AuthTokenProvider!(TestContext.Current.CancellationToken));
        File.Delete(file);
    }

    [Theory]
    [InlineData("PayloadKey")]
    [InlineData("AttachmentKey")]
    public void Production_needs_a_key_and_says_how_to_make_one(string name) =>
        Assert.Contains($"Set Clinic__{name}s__k1 to 32 random bytes in base64, such as the output of 'openssl rand -base64 32'", Refused(name, Settings("Production")), StringComparison.Ordinal);

    [Theory]
    [InlineData("PayloadKey", "short")]
    [InlineData("PayloadKey", "AAAA")]
    [InlineData("PayloadKey", "")]
    [InlineData("AttachmentKey", "short")]
    [InlineData("AttachmentKey", "AAAA")]
    [InlineData("AttachmentKey", "")]
    [InlineData("AttachmentKey", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void A_key_that_is_none_is_refused_and_not_shown(string name, string key)
    {
        var text = Refused(name, Settings("Production", ($"Clinic:{name}s:k1", key)));

        Assert.Contains("is not base64 of 32 bytes", text, StringComparison.Ordinal);
        if (key.Length > 0) Assert.DoesNotContain($"'{key}'", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PayloadKey")]
    [InlineData("AttachmentKey")]
    public void Of_several_keys_one_must_be_the_active_one(string name)
    {
        var both = new[] { ($"Clinic:{name}s:k1", Key), ($"Clinic:{name}s:k2", Key) };

        Assert.Contains($"Active{name}", Refused(name, Settings("Production", both)), StringComparison.Ordinal);
        Assert.Contains("k9", Refused(name, Settings("Production", [.. both, ($"Clinic:Active{name}", "k9")])), StringComparison.Ordinal);
        Assert.Equal("k2", Active(name, Settings("Production", [.. both, ($"Clinic:Active{name}", "k2")])));
        Assert.Equal("k1", Active(name, Settings("Production", ($"Clinic:{name}s:k1", Key))));
    }

    [Fact]
    public void A_payload_key_may_be_longer() =>
        Assert.Equal("k1", Active("PayloadKey", Settings("Production", ("Clinic:PayloadKeys:k1", Convert.ToBase64String(new byte[64])))));

    [Theory]
    [InlineData("PayloadKey")]
    [InlineData("AttachmentKey")]
    public void A_generated_key_is_made_once_and_only_its_owner_reads_it(string name)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"clinic-keys-{Guid.NewGuid():N}");
        try
        {
            var settings = Settings("Development", ("Clinic:DataFolder", folder));
            Active(name, settings);
            var file = Assert.Single(Directory.GetFiles(folder));
            var first = File.ReadAllText(file);

            Active(name, settings);

            Assert.Equal(first, File.ReadAllText(file));
            if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Each_purpose_has_a_generated_key_of_its_own()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"clinic-keys-{Guid.NewGuid():N}");
        try
        {
            var settings = Settings("Development", ("Clinic:DataFolder", folder));
            Active("PayloadKey", settings);
            Active("AttachmentKey", settings);

            Assert.Equal(2, Directory.GetFiles(folder).Select(File.ReadAllText).Distinct().Count());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("0")]
    [InlineData("10485761")]
    [InlineData("much")]
    public void A_limit_of_attachments_out_of_bounds_is_named(string limit)
    {
        var settings = Settings("Development", ("Clinic:Attachments:LargestBytes", limit));

        var text = Assert.Throws<SetupException>(() => new ServiceCollection().AddClinic(settings)).Message;

        Assert.Equal($"Clinic:Attachments:LargestBytes is '{limit}'; allowed is 1 to 10485760.", text);
    }

    [Fact]
    public void What_dispensing_demands_is_read_from_its_section()
    {
        const string medication = "0190f0c0-0000-7000-8000-00000000abcd";
        var settings = Settings(
            "Development", ("Clinic:Storage", "memory"), ("Clinic:Dispensing:HoldFor", "0:02:00:00"), ("Clinic:Dispensing:Controlled:NeedsScan", "true"),
            ("Clinic:Dispensing:UseWithinAt:IntensiveCare", "0:06:00:00"), ("Clinic:Dispensing:Stock:HighAlertMedications:0", medication));
        using var services = new ServiceCollection().AddClinic(settings).BuildServiceProvider();

        var options = services.GetRequiredService<IOptions<DispensingOptions>>().Value;

        Assert.Equal(Duration.FromHours(2), options.HoldFor);
        Assert.True(options.Controlled.NeedsScan && options.Controlled.NeedsPrescription);
        Assert.Equal(Duration.FromHours(6), options.UseWithinAt[CareArea.IntensiveCare]);
        Assert.Equal(medication, Assert.Single(services.GetRequiredService<IOptions<PharmacyStockOptions>>().Value.HighAlertMedications).ToString());
    }

    [Fact]
    public void What_the_pharmacy_warns_of_is_read_from_its_section()
    {
        var settings = Settings(
            "Development", ("Clinic:Storage", "memory"), ("Clinic:Pharmacy:Alerts:Defaults:0", "Expiry"), ("Clinic:Pharmacy:Alerts:ExpiryLevels:0", "60"),
            ("Clinic:Pharmacy:Alerts:MinimumDays", "10.5"), ("Clinic:Pharmacy:Alerts:Recipients:0", "jefa@clinica.ec"), ("Clinic:Pharmacy:Alerts:ClockBack", "1:00:00:00"));
        using var services = new ServiceCollection().AddClinic(settings).BuildServiceProvider();

        var options = services.GetRequiredService<IOptions<AlertOptions>>().Value;

        Assert.Equal([AlertKind.Expiry], options.Defaults);
        Assert.Equal([60], options.ExpiryLevels);
        Assert.Equal((10.5, "jefa@clinica.ec", Duration.FromDays(1)), (options.MinimumDays, Assert.Single(options.Recipients), options.ClockBack));
        using var plain = new ServiceCollection().AddClinic(Settings("Development", ("Clinic:Storage", "memory"))).BuildServiceProvider();
        Assert.Equal(Enum.GetValues<AlertKind>(), plain.GetRequiredService<IOptions<AlertOptions>>().Value.Defaults.Order());
    }

    [Theory]
    [InlineData("WindowDays", "1")]
    [InlineData("Recipients:0", "nadie")]
    [InlineData("ExpiryLevels:0", "-1")]
    public void A_setting_of_alerts_out_of_bounds_is_refused(string name, string value)
    {
        var settings = Settings("Development", ("Clinic:Storage", "memory"), ($"Clinic:Pharmacy:Alerts:{name}", value));
        using var services = new ServiceCollection().AddClinic(settings).BuildServiceProvider();

        Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<AlertOptions>>().Value);
    }

    [Fact]
    public void A_high_alert_medication_that_is_no_id_is_named()
    {
        var settings = Settings("Development", ("Clinic:Storage", "memory"), ("Clinic:Dispensing:Stock:HighAlertMedications:0", "insulin"));
        using var services = new ServiceCollection().AddClinic(settings).BuildServiceProvider();

        var refused = Assert.Throws<SetupException>(() => services.GetRequiredService<IOptions<PharmacyStockOptions>>().Value);

        Assert.Equal("Clinic:Dispensing:Stock:HighAlertMedications:0 is 'insulin'; allowed is the UUID of a medication.", refused.Message);
    }

    private static string Refused(string name, ClinicSettings settings) => Assert.Throws<SetupException>(() => Active(name, settings)).Message;

    private static string Active(string name, ClinicSettings settings) =>
        name == "PayloadKey" ? PayloadKeys.Ring(settings).ActiveId : AttachmentKeys.Ring(settings).ActiveId;

    private static ClinicSettings Settings(string environment, params (string Key, string Value)[] values) => new(
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(v => KeyValuePair.Create(v.Key, (string?)v.Value))).Build(), new Machine { EnvironmentName = environment });

    private sealed class Machine : IHostEnvironment
    {
        public required string EnvironmentName { get; set; }

        public string ApplicationName { get; set; } = "tests";

        public string ContentRootPath { get; set; } = Path.TrimEndingDirectorySeparator(Path.GetTempPath());

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
