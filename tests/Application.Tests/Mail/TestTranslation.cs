using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Resources;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Application.Tests.Mail;

/// <summary>
/// Chinese texts as the compiler would make them of resource files <c>Pages.zh.resx</c> and <c>Mail.zh.resx</c>: a satellite assembly, made
/// here in memory. It is offered to the runtime before any text is read.
/// </summary>
internal static class TestTranslation
{
    public const string Language = "zh";
    public const string Subject = "邀请";

    [ModuleInitializer]
    internal static void Offer() =>
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            name.Name == Main.Name + ".resources" && name.CultureName == Language ? context.LoadFromStream(Satellite()) : null;

    private static AssemblyName Main => typeof(Texts).Assembly.GetName();

    private static MemoryStream Satellite()
    {
        var (metadata, data) = (new MetadataBuilder(), new BlobBuilder());
        metadata.AddModule(0, metadata.GetOrAddString("zh.dll"), metadata.GetOrAddGuid(Guid.NewGuid()), default, default);
        metadata.AddAssembly(
            metadata.GetOrAddString(Main.Name + ".resources"),
            Main.Version!,
            metadata.GetOrAddString(Language),
            default,
            default,
            AssemblyHashAlgorithm.Sha1
        );
        metadata.AddTypeDefinition(
            default,
            default,
            metadata.GetOrAddString("<Module>"),
            default,
            MetadataTokens.FieldDefinitionHandle(1),
            MetadataTokens.MethodDefinitionHandle(1)
        );
        Add("Pages", ("language", Language));
        Add("Mail", ("invite", Subject + " {0}"));
        var peBlob = new BlobBuilder();
        new ManagedPEBuilder(
            PEHeaderBuilder.CreateLibraryHeader(),
            new MetadataRootBuilder(metadata),
            new BlobBuilder(),
            managedResources: data
        ).Serialize(peBlob);
        return new MemoryStream([.. peBlob.ToImmutableArray()]);

        void Add(string set, (string Key, string Text) text)
        {
            using var stream = new MemoryStream();
            using (var writer = new ResourceWriter(stream))
                writer.AddResource(text.Key, text.Text);
            var bytes = stream.ToArray();
            metadata.AddManifestResource(
                ManifestResourceAttributes.Public,
                metadata.GetOrAddString($"{Main.Name}.Texts.{set}.{Language}.resources"),
                default,
                (uint)data.Count
            );
            data.WriteInt32(bytes.Length);
            data.WriteBytes(bytes);
            data.Align(8);
        }
    }
}
