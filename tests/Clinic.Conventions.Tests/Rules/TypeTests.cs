using Clinic.Conventions.Tests.Planted;

namespace Clinic.Conventions.Tests.Rules;

public sealed class TypeTests
{
    [Theory]
    [MemberData(nameof(Packages.Names), MemberType = typeof(Packages))]
    public void Public_types_are_closed(string name) => Assert.Empty(TypeRule.Open(TypesOf(name)));

    [Theory]
    [MemberData(nameof(Packages.Names), MemberType = typeof(Packages))]
    public void Public_types_have_no_setters(string name) => Assert.Empty(TypeRule.Settable(TypesOf(name)));

    [Theory]
    [MemberData(nameof(Packages.Names), MemberType = typeof(Packages))]
    public void Equatable_structs_have_both_operators(string name) => Assert.Empty(TypeRule.WithoutOperators(TypesOf(name)));

    [Fact]
    public void Open_class_is_seen() =>
        Assert.Equal(
            [$"{typeof(OpenClass).FullName} can be derived from", $"{typeof(OpenRecord).FullName} can be derived from"],
            TypeRule.Open([typeof(OpenClass), typeof(OpenRecord), typeof(Closed), typeof(PlantedOptions), typeof(TypeRule), typeof(LoneEquatable), typeof(Action)]));

    [Fact]
    public void Setter_is_seen_but_not_init_nor_options() =>
        Assert.Equal(
            [$"{typeof(Settable).FullName}.Value can be set", $"{typeof(Settable).FullName}.Field can be set"],
            TypeRule.Settable([typeof(Settable), typeof(Closed), typeof(PlantedOptions), typeof(DayOfWeek)]));

    [Fact]
    public void Equatable_struct_without_operators_is_seen() =>
        Assert.Equal(
            [$"{typeof(LoneEquatable).FullName} is equatable without == and !="],
            TypeRule.WithoutOperators([typeof(LoneEquatable), typeof(WholeEquatable), typeof(Closed), typeof(DayOfWeek)]));

    private static Type[] TypesOf(string package) => Packages.Named(package).Assembly.GetExportedTypes();
}
