#:property PublishAot=false
#:property RestorePackagesWithLockFile=false
#:property CentralPackageTransitivePinningEnabled=false
// Reads the packed packages as a consumer's tools would, and says what is wrong with them.
//   dotnet run eng/check-packages.cs <folder>
using System.IO.Compression;
using System.Xml.Linq;

var folder = args is [var only] ? only : throw new ArgumentException("usage: dotnet run eng/check-packages.cs <folder>");
var problems = new List<string>();
var files = Directory.GetFiles(folder, "*.nupkg").Order(StringComparer.Ordinal).ToList();
if (files.Count == 0) problems.Add($"{folder} holds no package");
foreach (var file in files) Check(file);

foreach (var problem in problems) Console.WriteLine($"packages: {problem}");
Console.WriteLine($"packages: {files.Count} read, {problems.Count} problems");
return problems.Count == 0 ? 0 : 1;

void Check(string file)
{
    using var package = ZipFile.OpenRead(file);
    var names = package.Entries.Select(e => e.FullName).ToHashSet(StringComparer.Ordinal);
    using var stream = package.Entries.Single(e => e.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
    var metadata = XDocument.Load(stream).Root!.Elements().Single(e => e.Name.LocalName == "metadata");
    var id = Text(metadata, "id");

    Require(Text(metadata, "license") == "MIT", $"{id} is not under MIT");
    Require(Text(metadata, "readme") == "README.md" && names.Contains("README.md"), $"{id} has no README.md");
    Require(Text(metadata, "description").Length > 40, $"{id} says too little of itself");
    var repository = Child(metadata, "repository");
    Require((string?)repository?.Attribute("type") == "git" && (string?)repository?.Attribute("commit") is { Length: 40 }, $"{id} names no commit");
    Require(repository?.Attribute("branch") is null, $"{id} names a branch, so the same commit packs differently");
    Require(names.Contains($"lib/net10.0/{id}.dll") && names.Contains($"lib/net10.0/{id}.xml"), $"{id} lacks its assembly or its documentation");
    Require(!names.Any(n => n.StartsWith("runtimes/", StringComparison.Ordinal)), $"{id} carries native libraries");
    Require(File.Exists(Path.ChangeExtension(file, ".snupkg")), $"{id} has no symbols");
    Dependencies(id, metadata);
}

void Dependencies(string id, XElement metadata)
{
    var dependencies = metadata.Descendants().Where(e => e.Name.LocalName == "dependency")
        .ToDictionary(e => (string)e.Attribute("id")!, e => (string)e.Attribute("version")!, StringComparer.Ordinal);
    foreach (var (name, version) in dependencies)
    {
        Require(!version.Contains(','), $"{id} closes the versions of {name}: {version}");
        Require(!name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal), $"{id} depends on ASP.NET");
        Require(!name.StartsWith("SQLitePCLRaw", StringComparison.Ordinal), $"{id} depends on {name}; apps bring the native library");
        Require(name is not ("FSharp.Core" or "Microsoft.OpenApi" or "Microsoft.CodeAnalysis.CSharp"
            or "Microsoft.Diagnostics.Tracing.TraceEvent" or "System.Management"), $"{id} depends on the pin {name}");
        Require(!name.Contains("Analyzers", StringComparison.Ordinal), $"{id} depends on the analyzer {name}");
    }

    if (id == "Clinic.Storage.Turso") Require(dependencies.ContainsKey("Microsoft.Data.Sqlite.Core"), $"{id} does not depend on Microsoft.Data.Sqlite.Core");
    if (id == "Clinic.Abstractions") Require(dependencies.Keys.SequenceEqual(["NodaTime"]), $"{id} depends on more than NodaTime");
}

void Require(bool holds, string otherwise)
{
    if (!holds) problems.Add(otherwise);
}

static XElement? Child(XElement parent, string name) => parent.Elements().FirstOrDefault(e => e.Name.LocalName == name);

static string Text(XElement parent, string name) => Child(parent, name)?.Value ?? "";
