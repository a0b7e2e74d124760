using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;
using Clinic.Pharmacy.Lots;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Clinic.Storage.Turso.Tests;

public class RegistrationTests
{
    [Fact]
    public void Everything_that_is_registered_can_be_made()
    {
        var services = Registered(o => o.DataSource = TursoOptions.InMemory);
        using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

        Assert.All(
            services.Where(s => s.ServiceType.Assembly.GetName().Name!.StartsWith("Clinic.", StringComparison.Ordinal)),
            s => Assert.NotNull(provider.GetRequiredService(s.ServiceType)));
    }

    [Fact]
    public void Registering_twice_changes_options_only()
    {
        var services = Registered(o => o.DataSource = "first.db");
        var before = services.Count(s => s.ServiceType.Namespace!.StartsWith("Clinic.", StringComparison.Ordinal));

        services.AddClinicTurso(o => o.DataSource = "second.db");

        Assert.Equal(before, services.Count(s => s.ServiceType.Namespace!.StartsWith("Clinic.", StringComparison.Ordinal)));
        Assert.Equal("second.db", services.BuildServiceProvider().GetRequiredService<IOptions<TursoOptions>>().Value.DataSource);
    }

    [Fact]
    public void Every_port_of_a_domain_has_a_store_in_the_database_and_both_domains_share_it()
    {
        var services = Registered(o => o.DataSource = TursoOptions.InMemory);
        services.AddClinicPharmacy().UseTurso();
        services.AddClinicDispensing().UseTurso().UseTurso();
        using var provider = services.BuildServiceProvider();
        var ports = new[] { typeof(ILotStore), typeof(IDispensationStore) }.SelectMany(t => t.Assembly.GetExportedTypes())
            .Where(t => t.IsInterface && t.Name.EndsWith("Store", StringComparison.Ordinal)).ToList();

        Assert.True(ports.Count >= 22, $"only {ports.Count} ports");
        Assert.All(ports, port => Assert.StartsWith("Turso", provider.GetRequiredService(port).GetType().Name, StringComparison.Ordinal));
        Assert.Equal(["core", "core-conversations", "pharmacy", "dispensing"], provider.GetRequiredService<ClinicDatabase>().Sets.Select(s => s.Name));
    }

    [Fact]
    public void A_host_may_bring_its_own_clock_and_directories()
    {
        var clock = new Contracts.ContractClock();
        var services = new ServiceCollection().AddSingleton<IClock>(clock).AddClinicTurso();

        Assert.Same(clock, services.BuildServiceProvider().GetRequiredService<IClock>());
    }

    [Fact]
    public void Missing_payload_keys_are_named_at_the_start_and_at_the_first_use()
    {
        var provider = new ServiceCollection().AddClinicTurso(o => o.DataSource = TursoOptions.InMemory).BuildServiceProvider();

        var start = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains("PayloadKeyRing", start.Message, StringComparison.Ordinal);
        Assert.ThrowsAny<Exception>(() => provider.GetRequiredService<IUnitOfWork>());
    }

    [Fact]
    public void Missing_attachment_keys_are_named_at_the_first_use_and_stop_nothing_else()
    {
        using var provider = new ServiceCollection().AddSingleton(PayloadKeyRing.Random()).AddClinicTurso(o => o.DataSource = TursoOptions.InMemory).BuildServiceProvider();

        provider.GetRequiredService<IStartupValidator>().Validate();

        Assert.NotNull(provider.GetRequiredService<IAttachmentStore>());
        Assert.Contains("AttachmentKeyRing", Assert.Throws<InvalidOperationException>(() => provider.GetRequiredService<Attachments>()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_defaults_are_these()
    {
        var o = new TursoOptions();

        Assert.Equal(
            ("", TursoSynchronous.Full, 10.0, 30.0, 60.0, 500.0, 8, 16_384),
            (o.DataSource, o.Synchronous, o.BusyTimeout.TotalSeconds, o.CommandTimeout.TotalSeconds, o.MigrationLockTimeout.TotalSeconds, o.SlowStatement.TotalMilliseconds, o.MaxReaders, o.CacheSizeKiB));
    }

    [Theory]
    [InlineData("", "DataSource is empty")]
    [InlineData("file:clinic.db", "file: URIs are not accepted")]
    [InlineData("http://example.org", "in the clear; use https")]
    [InlineData("ftp://example.org", "are not supported")]
    public void A_data_source_that_is_neither_path_nor_server_is_refused(string text, string expected)
    {
        Assert.Contains(expected, Failure(o => o.DataSource = text), StringComparison.Ordinal);
    }

    [Fact]
    public void Options_out_of_bounds_are_all_named()
    {
        var text = Failure(o =>
        {
            o.BusyTimeout = Duration.Zero;
            o.CommandTimeout = Duration.FromHours(2);
            o.MigrationLockTimeout = Duration.Zero;
            o.SlowStatement = Duration.FromSeconds(-1);
            o.MaxReaders = 0;
            o.CacheSizeKiB = 1;
            o.Synchronous = (TursoSynchronous)9;
        });

        string[] names = ["BusyTimeout", "CommandTimeout", "MigrationLockTimeout", "SlowStatement", "MaxReaders", "CacheSizeKiB", "Synchronous"];
        Assert.All(names, name => Assert.Contains($"TursoOptions.{name} is", text, StringComparison.Ordinal));
    }

    private static string Failure(Action<TursoOptions> configure)
    {
        var provider = Registered(o =>
        {
            o.DataSource = TursoOptions.InMemory;
            configure(o);
        }).BuildServiceProvider();
        return Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<TursoOptions>>().Value).Message;
    }

    private static IServiceCollection Registered(Action<TursoOptions> configure) =>
        new ServiceCollection().AddSingleton(PayloadKeyRing.Random()).AddSingleton(AttachmentKeyRing.Random()).AddClinicTurso(configure);
}
